package pairdesk.persistence;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/**
 * Where a database is, read from the forms people write: {@code
 * postgresql://user:word@host:5432/db} and {@code jdbc:postgresql://host/db?user=…}.
 */
public record DatabaseUrl(String jdbcUrl, String user, String password) {

  /**
   * @throws IllegalArgumentException when it is neither form; the message never shows the text,
   *     which may hold a password
   */
  public static DatabaseUrl parse(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    if (lower.startsWith("jdbc:postgresql:")) {
      return new DatabaseUrl(text, "", "");
    }
    if (!lower.startsWith("postgresql://") && !lower.startsWith("postgres://")) {
      throw bad();
    }
    try {
      URI uri = new URI(text);
      if (uri.getHost() == null || uri.getPath() == null || uri.getPath().length() < 2) {
        throw bad();
      }
      String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
      String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
      String[] login = uri.getUserInfo() == null ? new String[0] : uri.getUserInfo().split(":", 2);
      return new DatabaseUrl(
          "jdbc:postgresql://" + uri.getHost() + port + uri.getPath() + query,
          login.length > 0 ? login[0] : "",
          login.length > 1 ? login[1] : "");
    } catch (URISyntaxException e) {
      throw bad();
    }
  }

  private static IllegalArgumentException bad() {
    return new IllegalArgumentException("want postgresql://user:password@host:5432/database");
  }

  @Override
  public String toString() {
    return "DatabaseUrl[***]";
  }
}
