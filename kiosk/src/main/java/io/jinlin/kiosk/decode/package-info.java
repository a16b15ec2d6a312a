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
 *    ├─ GridFit         the grid climbs until the known modules agree
 *    ├─ MeshFit         not flat: patch after patch is grown from the finder patterns
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
 * <p>What each stage reads that those before it do not: {@code deploy/bench reader --only stages
 * --frames 6} on 2026-11-24, 222 made-up frames that were not tuned on, those of a kiosk and
 * photographs of any code; 207 read. Milliseconds of the processor from the first look to the
 * reading; a frame that is not read is given up after 262 on average.
 *
 * <pre>
 * stage                                     reads  ms until then
 * full size, blocks                           139   11
 * half size, blocks                            20   18
 * pairs: a hidden finder pattern               17   78
 * full size, narrow mean                       10   20
 * half and quarter size, other thresholds      12   26
 * light on dark                                 7   94
 * doubled                                       2   84
 * patterns that no single look saw together     1   44
 *
 * of these by another way with the modules than the mean: sharpened 8, equalised 2 (90 ms), one
 * threshold 1; by the mesh 6 (39 ms). Of 24 tuning frames around a cylinder the mesh takes the
 * reads from 11 to 22, of 24 of crumpled paper from 18 to 23.
 * </pre>
 *
 * <p>A wrong text needs three or two patterns that agree with the grey picture, a grid whose known
 * modules agree, format information within 3 bits and a Reed–Solomon codeword; where codewords were
 * taken as erased, two checks must be left over.
 */
@NullMarked
package io.jinlin.kiosk.decode;

import org.jspecify.annotations.NullMarked;
