package io.jinlin.hub.web;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** Static files from the class path, kept in memory, each with an entity tag. */
final class ClasspathFiles {

  /** Most files kept; a name that does not exist takes no room. */
  private static final int MAX_FILES = 2_000;

  private static final int TAG_LENGTH = 16;
  private static final Pattern SAFE = Pattern.compile("(/[A-Za-z0-9_@-][A-Za-z0-9_.@-]*)+");

  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "json", "application/json; charset=utf-8",
          "svg", "image/svg+xml",
          "png", "image/png",
          "woff2", "font/woff2",
          "ogg", "audio/ogg",
          "wav", "audio/wav");

  private final Map<String, File> files = new ConcurrentHashMap<>();

  private record File(Buffer content, String tag, String type) {}

  /** Answers with a file, or lets the next handler try. */
  void serve(RoutingContext context, String resource, String caching) {
    Optional<File> found = find(resource);
    if (found.isEmpty()) {
      context.next();
      return;
    }
    File file = found.get();
    HttpServerResponse response =
        context.response().putHeader("ETag", file.tag).putHeader("Cache-Control", caching);
    if (file.tag.equals(context.request().getHeader("If-None-Match"))) {
      response.setStatusCode(304).end();
      return;
    }
    response.putHeader("Content-Type", file.type).end(file.content);
  }

  private Optional<File> find(String resource) {
    File known = files.get(resource);
    if (known != null) {
      return Optional.of(known);
    }
    String type =
        TYPES.get(resource.substring(resource.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
    if (type == null || !SAFE.matcher(resource).matches() || files.size() >= MAX_FILES) {
      return Optional.empty();
    }
    return read(resource)
        .map(
            bytes -> {
              File file = new File(Buffer.buffer(bytes), tag(bytes), type);
              files.put(resource, file);
              return file;
            });
  }

  /** The bytes of a resource. */
  static Optional<byte[]> read(String resource) {
    try (InputStream in = ClasspathFiles.class.getResourceAsStream(resource)) {
      return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String tag(byte[] bytes) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return '"' + HexFormat.of().formatHex(digest).substring(0, TAG_LENGTH) + '"';
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}
