package pairdesk.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class MigrationsTest {
  private final DatabaseUrl url = TestDatabase.fresh();

  @Test
  void saysHowFarASchemaIs() {
    try (Database before = Database.connect(url)) {
      assertEquals("", before.schemaVersion());
      assertTrue(before.pendingMigrations().contains("001"), before::schemaVersion);
    }
    try (Database after = Database.open(url)) {
      assertTrue(after.schemaVersion().compareTo("004") >= 0, after::schemaVersion);
      assertEquals(List.of(), after.pendingMigrations());
    }
  }

  @Test
  @Tag("fault:D12")
  @Tag("fault:G2")
  @Tag("fault:G8")
  void refusesADatabaseOfANewerProgram() {
    try (Database database = Database.open(url)) {
      database.run(db ->
          db.execute(
              "insert into flyway_schema_history select 1000, '999', description, type, script,"
                  + " checksum, installed_by, installed_on, execution_time, success"
                  + " from flyway_schema_history where version = '001'"));
    }
    var refused = assertThrows(IllegalStateException.class, () -> Database.open(url));
    assertTrue(
        String.valueOf(refused.getMessage()).startsWith("the database has schema 999"),
        refused::getMessage);
  }
}
