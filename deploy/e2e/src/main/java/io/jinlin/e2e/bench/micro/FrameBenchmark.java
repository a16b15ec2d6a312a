package io.jinlin.e2e.bench.micro;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.PlanarYUVLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import io.jinlin.e2e.bench.reader.Condition;
import io.jinlin.e2e.bench.reader.Nothing;
import io.jinlin.e2e.bench.reader.Presentations;
import io.jinlin.kiosk.reader.FoundCode;
import io.jinlin.kiosk.reader.Frame;
import io.jinlin.kiosk.reader.QrReader;
import io.jinlin.kiosk.watch.SequenceReader;
import io.jinlin.kiosk.watch.Sight;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * One 1280×720 frame. {@code alone} is the decoder without what the frames before showed, {@code
 * watched} the reader that runs at a kiosk, for which the scene stays as it is; {@code zxing} is
 * the baseline.
 */
@State(Scope.Thread)
public class FrameBenchmark {
  private static final int FRAMES = 8;

  /** HALL has no code in it, the others one each. */
  public enum Scene {
    HALL,
    CLEAN,
    FAR,
    TILT,
    WORN
  }

  @Param private Scene scene = Scene.HALL;

  private final QRCodeReader zxing = new QRCodeReader();
  private final QrReader alone = new QrReader(SequenceReader.BUDGET_MS, System::nanoTime);
  private final SequenceReader watched =
      new SequenceReader(SequenceReader.BUDGET_MS, System::nanoTime);
  private List<Frame> frames = List.of();
  private int next;

  /** Makes the frames. */
  @Setup
  public void draw() {
    frames =
        IntStream.range(0, FRAMES)
            .mapToObj(
                i ->
                    scene == Scene.HALL
                        ? Nothing.hall(Presentations.CHECKING, i)
                        : Presentations.frame(
                                Condition.valueOf(scene.name()), Presentations.CHECKING + i)
                            .frame())
            .toList();
  }

  private Frame frame() {
    return frames.get(next++ % FRAMES);
  }

  /** The decoder. */
  @Benchmark
  public Optional<FoundCode> alone() {
    return alone.readFrame(frame());
  }

  /** The reader of a kiosk's camera. */
  @Benchmark
  public Sight watched() {
    return watched.read(frame());
  }

  /** ZXing as it comes. */
  @Benchmark
  public Optional<String> zxing() {
    Frame frame = frame();
    int width = frame.width();
    int height = frame.height();
    PlanarYUVLuminanceSource source =
        new PlanarYUVLuminanceSource(frame.luma(), width, height, 0, 0, width, height, false);
    try {
      return Optional.of(zxing.decode(new BinaryBitmap(new HybridBinarizer(source))).getText());
    } catch (ReaderException | RuntimeException nothing) {
      return Optional.empty();
    }
  }
}
