package pairdesk.venues.polymarket.chain;

import java.math.BigInteger;
import java.util.List;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Usd;

/**
 * One thing to do on the chain. Amounts are exact: a share and a dollar have six decimals there as
 * here. Source: facts on the adapters of ctf-exchange-v2, and the neg-risk adapter f78b35b.
 */
public sealed interface ChainCall {

  /** Lets a contract move money of ours: needed once before split and before buying. */
  record Approve(Contract token, Contract spender, Allowance allowance) implements ChainCall {
    /**
     * @throws IllegalArgumentException when the token is no money or the spender no operator
     */
    public Approve {
      token.require(Contract.Role.MONEY);
      spender.require(Contract.Role.OPERATOR);
    }
  }

  /** Lets a contract move all our shares: before merge, redeem, convert and before selling. */
  record ApproveAll(Contract shares, Contract operator, boolean approved) implements ChainCall {
    /**
     * @throws IllegalArgumentException when the contracts are of another kind
     */
    public ApproveAll {
      shares.require(Contract.Role.SHARES);
      operator.require(Contract.Role.OPERATOR);
    }
  }

  /** Dollars into as many YES and as many NO. */
  record Split(MarketKind kind, ConditionId condition, Quantity sets) implements ChainCall {
    public Split {
      positive(sets);
    }
  }

  /** YES and as many NO into dollars. */
  record Merge(MarketKind kind, ConditionId condition, Quantity sets) implements ChainCall {
    public Merge {
      positive(sets);
    }
  }

  /** All shares that we have of both outcomes into what they pay. */
  record Redeem(MarketKind kind, ConditionId condition) implements ChainCall {}

  /**
   * NO of k questions of a group into k−1 dollars and YES of each of the others.
   *
   * @param questions bit i for question i; not zero
   * @param each shares of every question in it
   */
  record Convert(GroupId group, BigInteger questions, Quantity each) implements ChainCall {
    /**
     * @throws IllegalArgumentException when no question is named or there is nothing to convert
     */
    public Convert {
      if (questions.signum() <= 0 || questions.bitLength() > 256) {
        throw new IllegalArgumentException("questions out of range: " + questions);
      }
      positive(each);
    }
  }

  /**
   * USDC.e into pUSD.
   *
   * @param to address of the wallet that gets it
   */
  record Wrap(String to, Usd amount) implements ChainCall {
    public Wrap {
      Bytes.address(to);
      positive(amount);
    }
  }

  /**
   * pUSD into USDC.e.
   *
   * @param to address of the wallet that gets it
   */
  record Unwrap(String to, Usd amount) implements ChainCall {
    public Unwrap {
      Bytes.address(to);
      positive(amount);
    }
  }

  /** Split of protocol version 2. */
  record RouterSplit(RouterConditionId condition, Quantity sets) implements ChainCall {
    public RouterSplit {
      positive(sets);
    }
  }

  /** Merge of protocol version 2. */
  record RouterMerge(RouterConditionId condition, Quantity sets) implements ChainCall {
    public RouterMerge {
      positive(sets);
    }
  }

  /**
   * Redeem of protocol version 2.
   *
   * @param outcome 0 YES, 1 NO
   */
  record RouterRedeem(RouterConditionId condition, int outcome, Quantity shares)
      implements ChainCall {
    /**
     * @throws IllegalArgumentException when there is no such outcome or nothing to redeem
     */
    public RouterRedeem {
      if (outcome != 0 && outcome != 1) {
        throw new IllegalArgumentException("outcome: " + outcome);
      }
      positive(shares);
    }
  }

  /** Split at the neg-risk adapter of before pUSD. */
  record LegacySplit(ConditionId condition, Quantity sets) implements ChainCall {
    public LegacySplit {
      positive(sets);
    }
  }

  /** Merge at the neg-risk adapter of before pUSD. */
  record LegacyMerge(ConditionId condition, Quantity sets) implements ChainCall {
    public LegacyMerge {
      positive(sets);
    }
  }

  /** Redeem at the neg-risk adapter of before pUSD. */
  record LegacyRedeem(ConditionId condition, Quantity yes, Quantity no) implements ChainCall {
    /**
     * @throws IllegalArgumentException when there is nothing to redeem
     */
    public LegacyRedeem {
      positive(yes.plus(no));
    }

    List<Quantity> amounts() {
      return List.of(yes, no);
    }
  }

  private static void positive(Quantity amount) {
    if (amount.isZero()) {
      throw new IllegalArgumentException("an amount of nothing");
    }
  }

  private static void positive(Usd amount) {
    if (amount.isZero() || amount.isNegative()) {
      throw new IllegalArgumentException("an amount of " + amount);
    }
  }
}
