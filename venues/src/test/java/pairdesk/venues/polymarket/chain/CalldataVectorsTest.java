package pairdesk.venues.polymarket.chain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Usd;
import pairdesk.venues.polymarket.SharedFiles;

class CalldataVectorsTest {
  private final CallEncoder encoder = new CallEncoder(ContractTable.POLYGON);

  @Test
  void encodesEveryVectorAsViemDoes() {
    List<JsonNode> vectors = SharedFiles.vectors("calldata");
    assertFalse(vectors.isEmpty());
    for (JsonNode vector : vectors) {
      JsonNode input = vector.get("input");
      EncodedCall encoded = encoder.encode(call(input.get("function").asText(), args(input)));
      assertEquals(
          vector.get("expected").get("calldata").asText(),
          encoded.data(),
          vector.get("id").asText());
    }
    System.out.println("calldata.json: " + vectors.size() + " cases");
  }

  private static List<JsonNode> args(JsonNode input) {
    return input.get("args").valueStream().toList();
  }

  private static ChainCall call(String function, List<JsonNode> args) {
    return switch (function.substring(0, function.indexOf('(')) + args.size()) {
      case "splitPosition5" ->
          new ChainCall.Split(MarketKind.STANDARD, condition(args.get(2)), shares(args.get(4)));
      case "mergePositions5" ->
          new ChainCall.Merge(MarketKind.NEG_RISK, condition(args.get(2)), shares(args.get(4)));
      case "redeemPositions4" -> new ChainCall.Redeem(MarketKind.STANDARD, condition(args.get(2)));
      case "splitPosition2" ->
          new ChainCall.LegacySplit(condition(args.get(0)), shares(args.get(1)));
      case "mergePositions2" ->
          new ChainCall.LegacyMerge(condition(args.get(0)), shares(args.get(1)));
      case "redeemPositions2" ->
          new ChainCall.LegacyRedeem(
              condition(args.get(0)), shares(args.get(1).get(0)), shares(args.get(1).get(1)));
      case "convertPositions3" ->
          new ChainCall.Convert(
              new GroupId(args.get(0).asText()),
              new BigInteger(args.get(1).asText()),
              shares(args.get(2)));
      case "split2" -> new ChainCall.RouterSplit(router(args.get(0)), shares(args.get(1)));
      case "merge2" -> new ChainCall.RouterMerge(router(args.get(0)), shares(args.get(1)));
      case "redeem3" ->
          new ChainCall.RouterRedeem(router(args.get(0)), args.get(1).asInt(), shares(args.get(2)));
      case "wrap3" -> new ChainCall.Wrap(args.get(1).asText(), usd(args.get(2)));
      case "unwrap3" -> new ChainCall.Unwrap(args.get(1).asText(), usd(args.get(2)));
      case "approve2" ->
          new ChainCall.Approve(
              Contract.PUSD,
              contract(args.get(0)),
              new Allowance(new BigInteger(args.get(1).asText())));
      case "setApprovalForAll2" ->
          new ChainCall.ApproveAll(
              Contract.CONDITIONAL_TOKENS, contract(args.get(0)), args.get(1).asBoolean());
      default -> throw new AssertionError("a vector of a new function: " + function);
    };
  }

  private static Contract contract(JsonNode address) {
    return ContractTable.POLYGON.addresses().entrySet().stream()
        .filter(entry -> entry.getValue().equalsIgnoreCase(address.asText()))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow();
  }

  private static ConditionId condition(JsonNode id) {
    return new ConditionId(id.asText());
  }

  private static RouterConditionId router(JsonNode id) {
    return new RouterConditionId(id.asText());
  }

  private static Quantity shares(JsonNode units) {
    return Quantity.ofE6(Long.parseLong(units.asText()));
  }

  private static Usd usd(JsonNode units) {
    return Usd.ofE6(Long.parseLong(units.asText()));
  }
}
