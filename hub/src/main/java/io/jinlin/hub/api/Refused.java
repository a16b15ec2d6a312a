package io.jinlin.hub.api;

/** A request that is not carried out; the router's failure handler turns it into the answer. */
final class Refused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;
  private final String detail;

  /**
   * Why.
   *
   * @param status of HTTP
   * @param code a key of the catalogue {@code problems}
   * @param detail stands for {@code {0}} in its words
   */
  Refused(int status, String code, String detail) {
    super(code, null, false, false);
    this.status = status;
    this.code = code;
    this.detail = detail;
  }

  Refused(int status, String code) {
    this(status, code, "");
  }

  int status() {
    return status;
  }

  String code() {
    return code;
  }

  String detail() {
    return detail;
  }
}
