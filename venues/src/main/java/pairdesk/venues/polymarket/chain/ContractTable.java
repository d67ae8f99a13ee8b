package pairdesk.venues.polymarket.chain;

import java.util.Map;

/**
 * Where the contracts are on one chain. Sources: Polymarket documentation, Contracts; configuration
 * of clob-client-v2 1.1.0 (October 2026).
 */
record ContractTable(long chainId, Map<Contract, String> addresses) {
  private static final String CTF_EXCHANGE = "0xE111180000d2663C0091e4f400237545B87B996B";
  private static final String NEG_RISK_EXCHANGE = "0xe2222d279d744050d28e00520010520000310F59";

  static final ContractTable POLYGON =
      new ContractTable(
          137,
          Map.ofEntries(
              Map.entry(Contract.PUSD, "0xC011a7E12a19f7B1f670d46F03B03f3342E82DFB"),
              Map.entry(Contract.USDC_E, "0x2791Bca1f2de4661ED88A30C99A7a9449Aa84174"),
              Map.entry(Contract.WRAPPED_COLLATERAL, "0x3A3BD7bb9528E159577F7C2e685CC81A765002E2"),
              Map.entry(Contract.CONDITIONAL_TOKENS, "0x4D97DCd97eC945f40cF65F87097ACe5EA0476045"),
              Map.entry(Contract.POSITION_MANAGER, "0x006F54F7f9A22e0000CC2AB60031000000ae9fEF"),
              Map.entry(Contract.CTF_EXCHANGE, CTF_EXCHANGE),
              Map.entry(Contract.NEG_RISK_EXCHANGE, NEG_RISK_EXCHANGE),
              Map.entry(Contract.EXCHANGE_V3, "0xe3333700cA9d93003F00f0F71f8515005F6c00Aa"),
              Map.entry(Contract.COLLATERAL_ADAPTER, "0xAdA100Db00Ca00073811820692005400218FcE1f"),
              Map.entry(
                  Contract.NEG_RISK_COLLATERAL_ADAPTER,
                  "0xadA2005600Dec949baf300f4C6120000bDB6eAab"),
              Map.entry(Contract.NEG_RISK_ADAPTER, "0xd91E80cF2E7be2e162c6513ceD06f1dD0dA35296"),
              Map.entry(Contract.ONRAMP, "0x93070a847efEf7F70739046A929D47a521F5B8ee"),
              Map.entry(Contract.OFFRAMP, "0x2957922Eb93258b93368531d39fAcCA3B4dC5854"),
              Map.entry(Contract.ROUTER, "0x12121212006e4CD160D18e3f00711DA5c3372600")));

  /** The test chain, as far as its addresses are published. */
  static final ContractTable AMOY =
      new ContractTable(
          80_002,
          Map.of(
              Contract.CONDITIONAL_TOKENS,
              "0x69308FB512518e39F9b16112fA8d994F4e2Bf8bB",
              Contract.CTF_EXCHANGE,
              CTF_EXCHANGE,
              Contract.NEG_RISK_EXCHANGE,
              NEG_RISK_EXCHANGE,
              Contract.EXCHANGE_V3,
              "0x9fE6e61422AdB6F610d8597F9684b16912D50C3D"));

  ContractTable {
    addresses = Map.copyOf(addresses);
    addresses.values().forEach(Bytes::address);
  }

  /**
   * @throws IllegalArgumentException for any chain but these two
   */
  static ContractTable of(long chainId) {
    if (chainId == POLYGON.chainId) {
      return POLYGON;
    }
    if (chainId == AMOY.chainId) {
      return AMOY;
    }
    throw new IllegalArgumentException("no contracts are known on chain " + chainId);
  }

  /**
   * @throws IllegalArgumentException when the contract is not on this chain
   */
  String address(Contract contract) {
    String address = addresses.get(contract);
    if (address == null) {
      throw new IllegalArgumentException("no address of " + contract + " on chain " + chainId);
    }
    return address;
  }
}
