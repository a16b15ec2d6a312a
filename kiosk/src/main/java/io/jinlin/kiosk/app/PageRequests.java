package io.jinlin.kiosk.app;

import io.jinlin.contract.event.Input;
import io.jinlin.kiosk.demo.SampleCards;
import io.jinlin.kiosk.reader.Frame;
import io.jinlin.kiosk.reader.Presentation;
import io.jinlin.kiosk.reader.QrReader;
import io.jinlin.kiosk.reader.ScannerText;
import io.jinlin.kiosk.screen.ScreenActions;
import java.util.function.LongSupplier;

/** What people do at the page, handed to the page's worker. */
final class PageRequests implements ScreenActions {
  private final Kiosk kiosk;
  private final SampleCards samples;
  private final LongSupplier nowMillis;
  private final Presentation typed = Presentation.ofTexts();

  PageRequests(Kiosk kiosk, SampleCards samples, LongSupplier nowMillis) {
    this.kiosk = kiosk;
    this.samples = samples;
    this.nowMillis = nowMillis;
  }

  @Override
  public void text(String text, String keys) {
    kiosk.worker().run(() -> typed(ScannerText.clean(text, keys)));
  }

  private void typed(String code) {
    if (typed.begins(code, nowMillis.getAsLong())) {
      kiosk.scanned(code, Input.KEYBOARD);
    }
  }

  @Override
  public void choose(String id) {
    kiosk.worker().run(() -> kiosk.chosen(id));
  }

  @Override
  public void proxy() {
    kiosk.worker().run(kiosk::proxy);
  }

  @Override
  public void endProxy() {
    kiosk.worker().run(kiosk::endProxy);
  }

  @Override
  public void help() {
    kiosk
        .worker()
        .run(
            () -> {
              kiosk.help().press(nowMillis.getAsLong());
              kiosk.changed();
            });
  }

  @Override
  public void endHelp() {
    kiosk
        .worker()
        .run(
            () -> {
              kiosk.help().end();
              kiosk.changed();
            });
  }

  @Override
  public void frame(int width, int height, byte[] luma, Runnable done) {
    kiosk.sources().browserFrame(new Frame(width, height, luma));
    done.run();
  }

  @Override
  public void sample(String id) {
    kiosk
        .worker()
        .run(
            () ->
                samples
                    .picture(id)
                    .flatMap(QrReader::readStill)
                    .ifPresent(found -> kiosk.scanned(found.text(), Input.IMAGE)));
  }
}
