package io.jinlin.hub.web;

/** Where the addresses of the pages lie on the class path, as the servers map them. */
final class Pages {
  private Pages() {}

  /** The resource behind a path such as {@code /shared/tokens.css}. */
  static String resource(String path) {
    if (path.equals("/")) {
      return "web/index.html";
    } else if (path.equals("/clinic-board")) {
      return "web/clinic-board.html";
    } else if (path.equals("/deliveries/")) {
      return "web/deliveries.html";
    } else if (path.equals("/board")) {
      return "web/board.html";
    } else if (path.startsWith("/shared/")) {
      return "web/" + path.substring("/shared/".length());
    } else if (path.startsWith("/webjars/")) {
      return "META-INF/resources" + path;
    }
    return "web" + path;
  }
}
