package pairdesk.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.List;
import org.jooq.Field;
import org.jooq.JSONFormat;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RowJsonTest {
  private static final Field<String> NAME = DSL.field("name", String.class);
  private static final Field<Long> COUNT = DSL.field("count", Long.class);
  private static final Field<Instant> AT = DSL.field("at", SQLDataType.INSTANT);
  private static final Field<byte[]> BYTES = DSL.field("bytes", byte[].class);
  private static final String ODD = "a \"b\" \\ c\n\t\u0001\u001f / é 日 \ud83d\ude00 \u2028";

  @Test
  void writesTextsNumbersTimesAndNothing() {
    assertEquals(
        "[{\"name\":\"KXA\",\"count\":-7,\"at\":\"2026-11-21T05:00:00.000001Z\"},"
            + "{\"name\":null,\"count\":0,\"at\":null}]",
        RowJson.of(
            List.of(
                row("KXA", -7L, Instant.parse("2026-11-21T05:00:00.000001Z")),
                row(null, 0L, null))));
    assertEquals("[]", RowJson.of(List.of()));
  }

  /** jOOQ's own format as the oracle, read back by jOOQ. */
  @Test
  void escapesWhatJsonEscapes() {
    Record row = row(ODD, 1L, Instant.EPOCH);
    String byJooq = row.formatJSON(JSONFormat.DEFAULT_FOR_RECORDS.recordFormat(OBJECT));
    assertEquals(name(byJooq), name(RowJson.of(List.of(row))));
    assertEquals(ODD, name(RowJson.of(List.of(row))));
  }

  @Test
  void refusesWhatItDoesNotKnow() {
    Record row = DSL.using(SQLDialect.POSTGRES).newRecord(BYTES).values(new byte[1]);
    assertThrows(IllegalArgumentException.class, () -> RowJson.of(List.of(row)));
  }

  private static final JSONFormat.RecordFormat OBJECT = JSONFormat.RecordFormat.OBJECT;

  private static String name(String json) {
    String list = json.startsWith("[") ? json : "[" + json + "]";
    return DSL.using(SQLDialect.POSTGRES).fetchFromJSON(list).getFirst().get(0, String.class);
  }

  private static Record row(@Nullable String name, long count, @Nullable Instant at) {
    return DSL.using(SQLDialect.POSTGRES).newRecord(NAME, COUNT, AT).values(name, count, at);
  }
}
