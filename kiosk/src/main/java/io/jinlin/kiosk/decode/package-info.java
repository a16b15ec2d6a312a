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
 * <p>What each stage reads that those before it do not, of 312 made-up frames that were not tuned
 * on (297 read by stills; ZXing 116, BoofCV 164), and what a look costs on an empty 1280×720 frame
 * where one pass of ZXing takes 2.2 ms:
 *
 * <pre>
 * stage                                   reads  costs
 * full size, blocks                         183  1.3 ms
 * half size, blocks                          18  0.6 ms
 * half size, one threshold                    6  0.5 ms
 * full size, narrow mean                     39  3.2 ms
 * half and quarter size, narrow mean          4  1.9 and 0.5 ms
 * light on dark, three looks                 24  0.6, 1.3 and 1.4 ms
 * pairs: a hidden finder pattern             23  not timed alone; only where two are seen
 *
 * of these by another way with the modules than the mean: sharpened 18, one threshold 1; the
 * equaliser none of these, and 5 of 260 frames that were tuned on
 * </pre>
 *
 * <p>A wrong text needs three or two patterns that agree with the grey picture, a grid whose known
 * modules agree, format information within 3 bits and a Reed–Solomon codeword; where codewords were
 * taken as erased, two checks must be left over.
 */
@NullMarked
package io.jinlin.kiosk.decode;

import org.jspecify.annotations.NullMarked;
