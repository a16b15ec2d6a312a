/**
 * From a grey picture to the text of the QR code in it. Looks only find finder patterns; everything
 * after that works on the grey values.
 *
 * <pre>
 * picture ─ Pyramid: full, half, quarter … size
 *    │
 *    ├─ Look        a size, a threshold (Thresholds), a polarity      ─► dark and light
 *    ├─ FinderScan  1:1:3:1:1 along rows, column and a diagonal       ─► places
 *    ├─ Rings       rays to the rings' edges, a parallelogram fitted  ─► tilt and size
 *    ├─ FinderCheck the grey picture bears it out, or not             ─► Finder
 *    │
 *    ├─ Triple, Pairs   three that lie as in a code; of two, where the third may hide
 *    ├─ FourthPoint     perspective from the patterns' own corners; alignment pattern searched
 *    ├─ GridFit         the grid climbs until the known modules agree; a bend if need be
 *    │
 *    ├─ ModuleSampler   grey of each module; mean, sharpened, middle, Equaliser, Otsu
 *    ├─ Format          best of 32 by soft agreement, at most 3 wrong bits; seen from behind too
 *    └─ ReedSolomon     errors, then the least sure codewords as erasures ─► SymbolText: text
 * </pre>
 *
 * {@link io.jinlin.kiosk.decode.FrameDecoder} and {@link io.jinlin.kiosk.decode.StillDecoder} are
 * the two budgets for one set of stages; {@link io.jinlin.kiosk.decode.Deadline} is asked between
 * the steps of each.
 *
 * <p>A wrong text needs three or two patterns that agree with the grey picture, a grid whose known
 * modules agree, format information within 3 bits and a Reed–Solomon codeword; where codewords were
 * taken as erased, two checks must be left over.
 */
@NullMarked
package io.jinlin.kiosk.decode;

import org.jspecify.annotations.NullMarked;
