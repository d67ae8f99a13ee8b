package pairdesk.persistence;

import java.util.List;
import org.jooq.exception.DataAccessException;

/** The database did not do what it was asked; the message is for people. */
public final class DatabaseException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Failures of the connection, and the server's word that it ends. */
  private static final List<String> LOST = List.of("08", "57P");

  /** As the SQL standard and PostgreSQL number failures; empty where none was told. */
  private final String sqlState;

  DatabaseException(String message, String sqlState, RuntimeException cause) {
    super(message, cause);
    this.sqlState = sqlState;
  }

  static DatabaseException of(DataAccessException failure) {
    String state = failure.sqlState();
    return new DatabaseException(
        "the database failed: " + reason(failure), state == null ? "" : state, failure);
  }

  /** The innermost reason, without the statement: that may hold what nobody should read. */
  static String reason(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    String said = cause.getMessage();
    return said == null ? cause.getClass().getSimpleName() : said.lines().findFirst().orElse(said);
  }

  /** Whether the connection broke or was ended, and with it all knowledge of what it did last. */
  boolean isConnectionLost() {
    return isAnyOf(LOST);
  }

  /** Whether this is one of these states, or of these classes by their first two characters. */
  boolean isAnyOf(Iterable<String> states) {
    for (String state : states) {
      if (sqlState.startsWith(state)) {
        return true;
      }
    }
    return false;
  }
}
