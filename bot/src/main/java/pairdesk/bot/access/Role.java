package pairdesk.bot.access;

import java.util.Locale;

/** What a person may do; each role includes the ones before it. */
public enum Role {
  VIEWER,
  OPERATOR,
  ADMIN;

  public boolean includes(Role wanted) {
    return compareTo(wanted) >= 0;
  }

  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
