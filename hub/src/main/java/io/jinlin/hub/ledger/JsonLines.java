package io.jinlin.hub.ledger;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The rows of a query as one JSON object a line. */
final class JsonLines {
  private JsonLines() {}

  /** Writes one row as one object. */
  @FunctionalInterface
  interface Writing {
    void write(ResultSet row, JsonGenerator json) throws SQLException, IOException;
  }

  /**
   * Writes every row; the stream stays open.
   *
   * @return how many
   */
  static long write(Connection db, String sql, OutputStream out, Writing writing)
      throws SQLException, IOException {
    long count = 0;
    JsonMapper mapper = new JsonMapper();
    try (PreparedStatement statement = db.prepareStatement(sql);
        ResultSet row = statement.executeQuery();
        JsonGenerator json = mapper.createGenerator(out)) {
      json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      json.setRootValueSeparator(null);
      while (row.next()) {
        writing.write(row, json);
        json.writeRaw('\n');
        count++;
      }
    }
    return count;
  }
}
