package pairdesk.sandbox.wire.polymarket.signing;

/** Addresses on Polygon that the venue's protocol names. */
public final class Contracts {
  public static final long CHAIN_ID = 137;
  public static final Address COLLATERAL =
      new Address("0xC011a7E12a19f7B1f670d46F03B03f3342E82DFB");
  public static final Address EXCHANGE = new Address("0xE111180000d2663C0091e4f400237545B87B996B");
  public static final Address NEG_RISK_EXCHANGE =
      new Address("0xe2222d279d744050d28e00520010520000310F59");
  public static final Address EXCHANGE_V3 =
      new Address("0xe3333700cA9d93003F00f0F71f8515005F6c00Aa");
  public static final Address NEG_RISK_ADAPTER =
      new Address("0xd91E80cF2E7be2e162c6513ceD06f1dD0dA35296");
  public static final Address CONDITIONAL_TOKENS =
      new Address("0x4D97DCd97eC945f40cF65F87097ACe5EA0476045");
  public static final Address COLLATERAL_ADAPTER =
      new Address("0xAdA100Db00Ca00073811820692005400218FcE1f");
  public static final Address NEG_RISK_COLLATERAL_ADAPTER =
      new Address("0xadA2005600Dec949baf300f4C6120000bDB6eAab");
  public static final Address MULTI_SEND =
      new Address("0xA238CBeb142c10Ef7Ad8442C6D1f9E89e07e7761");

  private Contracts() {}

  /** Of version 2 of the order; version 3 has one contract for all markets. */
  static Address exchange(boolean negRisk) {
    return negRisk ? NEG_RISK_EXCHANGE : EXCHANGE;
  }
}
