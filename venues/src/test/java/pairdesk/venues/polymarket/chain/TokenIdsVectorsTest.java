package pairdesk.venues.polymarket.chain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import pairdesk.venues.polymarket.SharedFiles;

class TokenIdsVectorsTest {

  @Test
  void computesEveryIdOfTheVectors() {
    List<JsonNode> vectors = SharedFiles.vectors("ctf-ids");
    assertFalse(vectors.isEmpty());
    vectors.forEach(TokenIdsVectorsTest::check);
    System.out.println("ctf-ids.json: " + vectors.size() + " cases");
  }

  private static void check(JsonNode vector) {
    JsonNode input = vector.get("input");
    JsonNode expected = vector.get("expected");
    String name = vector.get("id").asText();
    var condition = new ConditionId(input.get("conditionId").asText());
    String collateral = input.get("collateralToken").asText();
    if (input.has("oracle")) {
      assertEquals(
          condition,
          TokenIds.condition(input.get("oracle").asText(), input.get("questionId").asText()),
          name);
    }
    for (int outcome = 0; outcome < 2; outcome++) {
      int indexSet = outcome + 1;
      assertEquals(
          expected.get("collectionIds").get(outcome).asText(),
          Bytes.hex(TokenIds.collection(condition, indexSet)),
          name);
      String token = TokenIds.token(collateral, condition, indexSet).toString();
      assertEquals(expected.get("tokenIds").get(outcome).asText(), token, name);
      if (vector.has("recordedTokenIds")) {
        assertEquals(vector.get("recordedTokenIds").get(outcome).asText(), token, name);
      }
    }
  }
}
