package pairdesk.venues.contract;

/** Names of places in JSON values, the same for every element of a list. */
final class Places {
  private Places() {}

  /** Of a JSON pointer: {@code /markets/3/ticker} is {@code markets[].ticker}. */
  static String of(String pointer) {
    return pointer
        .replaceAll("/\\d+", "[]")
        .replaceFirst("^/", "")
        .replace("/", ".")
        .replaceFirst("^$", "(body)");
  }

  static String field(String at, String name) {
    return at.isEmpty() ? name : at + "." + name;
  }
}
