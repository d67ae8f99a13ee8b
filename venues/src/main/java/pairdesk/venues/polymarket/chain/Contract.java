package pairdesk.venues.polymarket.chain;

/** The contracts that calls may name. Their addresses are in {@link ContractTable}. */
public enum Contract {
  /** The venue's collateral: six decimals, one dollar each. */
  PUSD(Role.MONEY),
  /** The collateral inside standard positions. */
  USDC_E(Role.MONEY),
  /** The collateral inside neg-risk positions. */
  WRAPPED_COLLATERAL(Role.MONEY),
  CONDITIONAL_TOKENS(Role.SHARES),
  /** The share ledger of protocol version 2. */
  POSITION_MANAGER(Role.SHARES),
  CTF_EXCHANGE(Role.OPERATOR),
  NEG_RISK_EXCHANGE(Role.OPERATOR),
  EXCHANGE_V3(Role.OPERATOR),
  /** Splits, merges and redeems standard positions for pUSD. */
  COLLATERAL_ADAPTER(Role.OPERATOR),
  /** The same for neg-risk positions, and converts them. */
  NEG_RISK_COLLATERAL_ADAPTER(Role.OPERATOR),
  /** The adapter of before pUSD; the relayer does not call it since July 2026. */
  NEG_RISK_ADAPTER(Role.OPERATOR),
  ONRAMP(Role.OPERATOR),
  OFFRAMP(Role.OPERATOR),
  /** Splits, merges and redeems positions of protocol version 2. */
  ROUTER(Role.OPERATOR);

  /** What a contract is in an approval. */
  enum Role {
    /** An ERC-20 token. */
    MONEY,
    /** An ERC-1155 token. */
    SHARES,
    /** One that is allowed to move tokens. */
    OPERATOR
  }

  private final Role role;

  Contract(Role role) {
    this.role = role;
  }

  /**
   * @throws IllegalArgumentException when the contract is something else
   */
  void require(Role wanted) {
    if (role != wanted) {
      throw new IllegalArgumentException(this + " is not " + wanted);
    }
  }
}
