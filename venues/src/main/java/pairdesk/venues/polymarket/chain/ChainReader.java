package pairdesk.venues.polymarket.chain;

import java.math.BigInteger;
import org.web3j.abi.datatypes.Address;
import org.web3j.abi.datatypes.Type;
import org.web3j.abi.datatypes.generated.Uint256;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Usd;

/**
 * What a wallet has and has allowed, read from the chain itself.
 *
 * <p>Every method throws {@link pairdesk.venues.net.VenueException} when the node cannot be asked
 * or is on another chain, {@link IllegalArgumentException} when the chain has no such contract, and
 * {@link ArithmeticException} for a balance beyond our amounts.
 */
public final class ChainReader {
  private final Node node;
  private final ContractTable contracts;
  private final String wallet;

  ChainReader(Node node, ContractTable contracts, String wallet) {
    this.node = node;
    this.contracts = contracts;
    this.wallet = wallet;
  }

  public Usd money(Contract token) {
    token.require(Contract.Role.MONEY);
    return Usd.ofE6(read(token, "balanceOf", wallet()).longValueExact());
  }

  /**
   * Shares of one outcome.
   *
   * @param firstOutcome the market's first outcome, which is YES here; else its second
   */
  public Quantity shares(MarketKind kind, ConditionId condition, boolean firstOutcome) {
    BigInteger balance =
        read(
            Contract.CONDITIONAL_TOKENS,
            "balanceOf",
            wallet(),
            new Uint256(tokenId(kind, condition, firstOutcome)));
    return Quantity.ofE6(balance.longValueExact());
  }

  public Allowance allowance(Contract token, Contract spender) {
    token.require(Contract.Role.MONEY);
    return new Allowance(read(token, "allowance", wallet(), address(spender)));
  }

  public boolean isApprovedForAll(Contract shares, Contract operator) {
    shares.require(Contract.Role.SHARES);
    return read(shares, "isApprovedForAll", wallet(), address(operator)).signum() != 0;
  }

  /** The number by which venue and chain know the shares of an outcome. */
  public BigInteger tokenId(MarketKind kind, ConditionId condition, boolean firstOutcome) {
    Contract inside =
        switch (kind) {
          case STANDARD -> Contract.USDC_E;
          case NEG_RISK -> Contract.WRAPPED_COLLATERAL;
        };
    return TokenIds.token(contracts.address(inside), condition, firstOutcome ? 1 : 2);
  }

  private BigInteger read(Contract contract, String name, Type<?>... arguments) {
    node.requireChain();
    return node.read(
        new EncodedCall(contracts.address(contract), CallEncoder.data(name, arguments)));
  }

  private Address wallet() {
    return new Address(wallet);
  }

  private Address address(Contract contract) {
    return new Address(contracts.address(contract));
  }
}
