package pairdesk.venues.contract;

/**
 * Something on the wire that the published contract does not have.
 *
 * @param where operation or message, for example {@code kalshi GET /markets 200}
 * @param what field and rule, for example {@code markets[].ticker: type}
 * @param sample what was found there
 */
record Finding(String where, String what, String sample) implements Comparable<Finding> {

  String text() {
    return where + " | " + what;
  }

  @Override
  public int compareTo(Finding other) {
    return text().compareTo(other.text());
  }
}
