package pairdesk.bot.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** An array with one object a row, keyed by the names of the columns. */
final class Json {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Json() {}

  static long write(Report report, Writer to) throws IOException {
    var count = new AtomicLong();
    try (JsonGenerator json = JSON.createGenerator(to)) {
      json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      json.useDefaultPrettyPrinter();
      json.writeStartArray();
      report.forEach(row -> {
        write(report.columns(), row, json);
        count.incrementAndGet();
      });
      json.writeEndArray();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    to.write(System.lineSeparator());
    to.flush();
    return count.get();
  }

  private static void write(List<Column> columns, List<Cell> row, JsonGenerator json) {
    try {
      json.writeStartObject();
      for (int i = 0; i < columns.size(); i++) {
        json.writeFieldName(columns.get(i).name());
        write(row.get(i), json);
      }
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(Cell cell, JsonGenerator json) throws IOException {
    switch (cell) {
      case Cell.Empty _ -> json.writeNull();
      case Cell.Whole(var value) -> json.writeNumber(value);
      case Cell.Bps(var ratio) -> json.writeNumber(ratio.bps());
      case Cell.Text _, Cell.Dollars _, Cell.Shares _, Cell.PerShare _, Cell.Moment _, Cell.Day _ ->
          json.writeString(cell.exact());
    }
  }
}
