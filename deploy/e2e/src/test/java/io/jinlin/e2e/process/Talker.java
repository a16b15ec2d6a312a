package io.jinlin.e2e.process;

import java.util.concurrent.CountDownLatch;

/** A child that says it is ready and then waits to be killed. */
final class Talker {
  private Talker() {}

  public static void main(String[] arguments) throws InterruptedException {
    System.out.println("ready " + arguments[0]);
    if (arguments[0].equals("wait")) {
      new CountDownLatch(1).await();
    }
    System.exit(3);
  }
}
