package pairdesk.venues.polymarket.chain;

/** Which adapter a market's positions go through. */
public enum MarketKind {
  STANDARD(Contract.COLLATERAL_ADAPTER),
  NEG_RISK(Contract.NEG_RISK_COLLATERAL_ADAPTER);

  private final Contract adapter;

  MarketKind(Contract adapter) {
    this.adapter = adapter;
  }

  public Contract adapter() {
    return adapter;
  }
}
