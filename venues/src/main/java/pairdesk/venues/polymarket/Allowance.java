package pairdesk.venues.polymarket;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;
import pairdesk.venues.net.Fields;

/**
 * What a contract may take of our dollars.
 *
 * @param e6 in micro-dollars, up to 256 bits, for approvals are given without a limit
 */
record Allowance(BigInteger e6) {

  /** By contract; older answers name one sum and no contract. */
  static Map<String, Allowance> all(Fields balance) {
    if (!balance.has("allowances")) {
      return balance.has("allowance")
          ? Map.of("", new Allowance(balance.exact("allowance", BigInteger::new)))
          : Map.of();
    }
    Fields allowances = balance.object("allowances");
    var all = new LinkedHashMap<String, Allowance>();
    for (String contract : allowances.names()) {
      all.put(contract, new Allowance(allowances.exact(contract, BigInteger::new)));
    }
    return all;
  }

  boolean isNone() {
    return e6.signum() == 0;
  }
}
