package pairdesk.sandbox.wire.polymarket.gamma;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import pairdesk.sandbox.catalogue.PolymarketListing;
import pairdesk.sandbox.exchange.MarketPhase;
import pairdesk.sandbox.exchange.MarketState;
import pairdesk.sandbox.wire.polymarket.http.Json;
import pairdesk.sandbox.wire.polymarket.listing.Rewards;
import pairdesk.sandbox.wire.polymarket.records.Tick;
import pairdesk.sandbox.wire.polymarket.signing.Contracts;
import pairdesk.sandbox.wire.polymarket.venue.Venue;

/** What Gamma tells of a market's rules: ticks, fees, rewards, its group, who answers it. */
final class MarketTerms {
  private static final String ORACLE = "0x65070BE91477460D8A7AeEb94ef92fe056C2f2A7";
  private static final String NEG_RISK_ORACLE = "0x69c47De9D4D3Dad79590d61b9e05918E03775f24";
  private static final int BASE_FEE = 1_000;

  private MarketTerms() {}

  static ObjectNode trading(PolymarketListing market, MarketState state) {
    int rate = Venue.feeRateE4(state);
    int baseFee = rate > 0 ? BASE_FEE : 0;
    ObjectNode json =
        Json.object()
            .put("orderPriceMinTickSize", Tick.of(state.grid()).number())
            .put("orderMinSize", Json.number(market.trading().minimumSize().e6(), 6))
            .put("makerBaseFee", baseFee)
            .put("takerBaseFee", baseFee)
            .put("feesEnabled", rate > 0);
    if (rate > 0) {
      json.put("feeType", market.trading().feeType());
      json.putObject("feeSchedule")
          .put("exponent", 1)
          .put("rate", Json.number(rate, 4))
          .put("takerOnly", true)
          .put("rebateRate", Json.number(rebateE4(market.trading().feeType()), 4));
    } else {
      json.putNull("feeType");
    }
    Optional<Rewards> rewards = Rewards.of(market);
    json.put("rewardsMinSize", rewards.isPresent() ? Rewards.MIN_SIZE : 0)
        .put("rewardsMaxSpread", rewards.isPresent() ? Rewards.MAX_SPREAD_CENTS : 0);
    rewards.ifPresent(paid -> reward(json, market, paid));
    return json;
  }

  /** The makers' share of the fees. */
  private static int rebateE4(String feeType) {
    if (feeType.startsWith("crypto")) {
      return 2_000;
    }
    return feeType.startsWith("sports") ? 1_500 : 2_500;
  }

  private static void reward(ObjectNode json, PolymarketListing market, Rewards rewards) {
    json.putArray("clobRewards")
        .addObject()
        .put("id", market.ids().id())
        .put("conditionId", market.ids().condition())
        .put("assetAddress", Contracts.COLLATERAL.toString())
        .put("rewardsAmount", 0)
        .put("rewardsDailyRate", rewards.dollarsPerDay())
        .put("startDate", market.times().start().toString().substring(0, 10))
        .put("endDate", "2500-12-31");
  }

  static ObjectNode group(PolymarketListing market) {
    ObjectNode json =
        Json.object()
            .put("groupItemTitle", market.texts().groupItemTitle())
            .put("groupItemThreshold", "0")
            .put("negRisk", market.event().negRisk())
            .put("negRiskRequestID", "")
            .put("negRiskOther", false);
    if (market.event().negRisk()) {
      json.put("negRiskMarketID", market.event().negRiskMarketId());
    }
    return json;
  }

  static ObjectNode resolution(PolymarketListing market, MarketState state) {
    ObjectNode json =
        Json.object()
            .put("umaBond", "500")
            .put("umaReward", "5")
            .put("customLiveness", 0)
            .put("umaResolutionStatuses", proposals(state.phase()))
            .put("resolvedBy", market.event().negRisk() ? NEG_RISK_ORACLE : ORACLE);
    if (state.phase() == MarketPhase.DISPUTED) {
      json.put("umaResolutionStatus", "disputed");
    }
    if (state.settledAt() != null) {
      json.put("umaEndDate", state.settledAt().toString());
    }
    return Venue.isResolved(state) ? json.put("umaResolutionStatus", "resolved") : json;
  }

  /** One answer proposed is enough where nobody disputes it. */
  private static String proposals(MarketPhase phase) {
    return switch (phase) {
      case INITIALIZED, ACTIVE, PAUSED, CLOSED -> "[]";
      case DETERMINED, FINALIZED -> "[\"proposed\"]";
      case DISPUTED -> "[\"proposed\",\"disputed\"]";
      case AMENDED -> "[\"proposed\",\"disputed\",\"proposed\"]";
    };
  }
}
