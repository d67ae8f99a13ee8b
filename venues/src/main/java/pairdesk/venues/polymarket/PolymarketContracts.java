package pairdesk.venues.polymarket;

/** The contracts that orders are signed for. */
final class PolymarketContracts {
  static final String CTF_EXCHANGE = "0xE111180000d2663C0091e4f400237545B87B996B";
  static final String NEG_RISK_EXCHANGE = "0xe2222d279d744050d28e00520010520000310F59";
  private static final String LEDGER_EXCHANGE = "0xe3333700cA9d93003F00f0F71f8515005F6c00Aa";
  private static final String LEDGER_EXCHANGE_AMOY = "0x9fE6e61422AdB6F610d8597F9684b16912D50C3D";
  private static final long AMOY = 80_002;

  private PolymarketContracts() {}

  /** Of the position ledger; the other two have the same addresses on Polygon and on Amoy. */
  static String ledgerExchange(long chainId) {
    return chainId == AMOY ? LEDGER_EXCHANGE_AMOY : LEDGER_EXCHANGE;
  }
}
