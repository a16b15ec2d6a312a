package io.jinlin.e2e.bench.reader;

import boofcv.abst.fiducial.QrCodeDetector;
import boofcv.factory.fiducial.FactoryFiducial;
import boofcv.struct.image.GrayU8;
import io.jinlin.kiosk.reader.Frame;
import java.util.Optional;

/** BoofCV's QR reader as it comes. */
final class BoofEngine implements Engine {
  private final QrCodeDetector<GrayU8> detector = FactoryFiducial.qrcode(null, GrayU8.class);

  @Override
  public String name() {
    return "BoofCV";
  }

  @Override
  public Optional<String> read(Frame frame) {
    GrayU8 image = new GrayU8(frame.width(), frame.height());
    System.arraycopy(frame.luma(), 0, image.data, 0, frame.luma().length);
    try {
      detector.process(image);
    } catch (RuntimeException defect) {
      return Optional.empty();
    }
    return detector.getDetections().stream().map(code -> code.message).findFirst();
  }
}
