package pairdesk.venues.polymarket;

/** The contracts that orders are signed for. The same addresses on Polygon and on Amoy. */
final class PolymarketContracts {
  static final String CTF_EXCHANGE = "0xE111180000d2663C0091e4f400237545B87B996B";
  static final String NEG_RISK_EXCHANGE = "0xe2222d279d744050d28e00520010520000310F59";

  private PolymarketContracts() {}
}
