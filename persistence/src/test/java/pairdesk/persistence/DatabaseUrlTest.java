package pairdesk.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class DatabaseUrlTest {
  @Test
  void readsTheFormPeopleWrite() {
    var url = DatabaseUrl.parse("postgresql://desk:s3:cret@db.local:6543/pairdesk?sslmode=require");
    assertEquals("jdbc:postgresql://db.local:6543/pairdesk?sslmode=require", url.jdbcUrl());
    assertEquals("desk", url.user());
    assertEquals("s3:cret", url.password());
    assertEquals("DatabaseUrl[***]", url.toString());
  }

  @Test
  void leavesAJdbcUrlAlone() {
    assertEquals(
        "jdbc:postgresql://h/d?user=u",
        DatabaseUrl.parse("jdbc:postgresql://h/d?user=u").jdbcUrl());
  }

  @Test
  void neverShowsTheTextItCouldNotRead() {
    var refused =
        assertThrows(
            IllegalArgumentException.class, () -> DatabaseUrl.parse("mysql://root:secret@h/d"));
    assertEquals("want postgresql://user:password@host:5432/database", refused.getMessage());
  }
}
