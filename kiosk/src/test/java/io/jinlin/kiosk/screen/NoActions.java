package io.jinlin.kiosk.screen;

/** Of a page that is only looked at. */
final class NoActions implements ScreenActions {
  @Override
  public void text(String text, String keys) {}

  @Override
  public void choose(String id) {}

  @Override
  public void proxy() {}

  @Override
  public void endProxy() {}

  @Override
  public void help() {}

  @Override
  public void endHelp() {}

  @Override
  public void frame(int width, int height, byte[] luma, Runnable done) {}

  @Override
  public void sample(String id) {}
}
