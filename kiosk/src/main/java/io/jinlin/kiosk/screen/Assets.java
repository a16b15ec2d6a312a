package io.jinlin.kiosk.screen;

import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * The files of the page, from the class path: the kiosk's own at the root, what all pages share
 * under {@code /shared/}, libraries under {@code /webjars/}. Kept in memory once read; there are a
 * few dozen.
 */
final class Assets {
  private static final Pattern PATH = Pattern.compile("/[A-Za-z0-9_@./-]{0,200}");
  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "svg", "image/svg+xml");

  private final Map<String, Optional<Asset>> read = new ConcurrentHashMap<>();

  /** A file and its media type. */
  record Asset(Buffer body, String type) {}

  /** The file at a path of the site; empty for none, or for a path that could lead elsewhere. */
  Optional<Asset> at(String path) {
    if (!PATH.matcher(path).matches() || path.contains("..") || path.contains("//")) {
      return Optional.empty();
    }
    String resource = resource(path);
    Optional<Asset> known = read.get(resource);
    if (known != null) {
      return known;
    }
    Optional<Asset> asset = load(resource);
    if (asset.isPresent()) {
      read.put(resource, asset);
    }
    return asset;
  }

  private static String resource(String path) {
    if (path.startsWith("/shared/")) {
      return "web/" + path.substring("/shared/".length());
    }
    if (path.startsWith("/webjars/")) {
      return "META-INF/resources" + path;
    }
    return "web/kiosk" + (path.equals("/") ? "/index.html" : path);
  }

  private static Optional<Asset> load(String resource) {
    String type = TYPES.get(resource.substring(resource.lastIndexOf('.') + 1));
    if (type == null) {
      return Optional.empty();
    }
    try (InputStream in = Assets.class.getClassLoader().getResourceAsStream(resource)) {
      return in == null
          ? Optional.empty()
          : Optional.of(new Asset(Buffer.buffer(in.readAllBytes()), type));
    } catch (IOException broken) {
      throw new UncheckedIOException("the page's file " + resource + " cannot be read", broken);
    }
  }

  /** The content security policy that all pages share. */
  static String policy() {
    try (InputStream in = Assets.class.getClassLoader().getResourceAsStream("web/csp.txt")) {
      if (in == null) {
        throw new IllegalStateException("web/csp.txt is not on the class path");
      }
      return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8).strip();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
