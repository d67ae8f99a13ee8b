package pairdesk.venues.polymarket;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import pairdesk.venues.net.Damage;
import pairdesk.venues.net.Damage.Unnoticed;
import pairdesk.venues.net.Fields;

/**
 * Every answer and message that is read and was not recorded, as the documentation shows it,
 * damaged member by member: what is not noticed stands here, with the reason.
 */
class PolymarketAnswersTest {
  private static final Unnoticed NONE = Unnoticed.of("", "");
  private static final String ID = "0x" + "ab".repeat(32);
  private static final String CONDITION = "0x" + "cd".repeat(32);

  private static final String TOKEN = "7".repeat(76);

  private static final String POSTED =
      """
      {"success":true,"errorMsg":"no","orderID":"%s","status":"matched","makingAmount":"9.99",
       "takingAmount":"14.92","transactionsHashes":[],"tradeIDs":["t"]}\
      """
          .formatted(ID);

  private static final String ORDER =
      """
      {"id":"%s","status":"LIVE","owner":"k","maker_address":"0x1","market":"%s","asset_id":"%s",
       "side":"BUY","original_size":"10","size_matched":"4","price":"0.52","outcome":"Yes",
       "expiration":"0","order_type":"GTC","associate_trades":[],"created_at":1748779200}\
      """
          .formatted(ID, CONDITION, TOKEN);

  private static final String STREAMED_ORDER =
      """
      {"event_type":"order","id":"%s","owner":"k","market":"%s","asset_id":"%s","side":"SELL",
       "order_owner":"k","original_size":"10","size_matched":"4","price":"0.57",
       "associate_trades":null,"outcome":"YES","type":"UPDATE","created_at":"1672290687",
       "expiration":"0","order_type":"GTC","status":"LIVE","timestamp":"1672290688"}\
      """
          .formatted(ID, CONDITION, TOKEN);

  private static final String TRADE =
      """
      {"event_type":"trade","type":"TRADE","id":"t","taker_order_id":"%s","market":"%s",
       "asset_id":"%s","side":"BUY","size":"10","price":"0.57","fee_rate_bps":"0",
       "status":"MATCHED","match_time":"1672290701","last_update":"1672290701","outcome":"YES",
       "owner":"k","maker_address":"0x1","transaction_hash":"","bucket_index":0,
       "maker_orders":[{"order_id":"0xff","owner":"o","maker_address":"0x2",
        "matched_amount":"10","price":"0.57","fee_rate_bps":"0","asset_id":"%s","outcome":"YES",
        "outcome_index":0,"side":"SELL"}],"trader_side":"TAKER","timestamp":"1672290702"}\
      """
          .formatted(ID, CONDITION, TOKEN, TOKEN);

  private static final String MARKET_REWARD =
      """
      {"condition_id":"%s","rewards_max_spread":3.5,"rewards_min_size":50,
       "rewards_config":[{"id":1,"asset_address":"0x1","rate_per_day":10.5}],
       "native_daily_rate":10.5,"total_daily_rate":12}\
      """
          .formatted(CONDITION);

  private static final String EARNING =
      """
      {"date":"2026-11-19","condition_id":"%s","asset_address":"0x1","maker_address":"0x2",
       "earnings":0.237519,"asset_rate":1}\
      """
          .formatted(CONDITION);

  private static final String REDEEMED =
      """
      {"proxyWallet":"0x1","timestamp":1795132800,"conditionId":"%s","type":"REDEEM","size":5,
       "usdcSize":2.5,"transactionHash":"0x2","price":0,"asset":"%s","side":"","outcomeIndex":0}\
      """
          .formatted(CONDITION, TOKEN);

  @TestFactory
  Stream<DynamicTest> noticesDamageOfOrdersAndTrades() {
    return Stream.of(
        // nothing exchanged: what that means beside the status is judged with the whole answer
        test(
            "answer to an order",
            POSTED,
            PolymarketCodec::posted,
            Unnoticed.of("errorMsg makingAmount orderID status takingAmount", "")),
        test("order of a list", ORDER, PolymarketCodec::order, NONE),
        // a kind is only on the stream; the time of making stands in for that of the change
        test(
            "order of the stream",
            STREAMED_ORDER,
            PolymarketCodec::order,
            Unnoticed.of("timestamp type", "")),
        // who made it, is told by one of two; older messages do not tell the maker's side
        test(
            "trade",
            TRADE,
            PolymarketCodec::trade,
            Unnoticed.of(
                "maker_orders.maker_address maker_orders.owner maker_orders.side match_time", "")));
  }

  @TestFactory
  Stream<DynamicTest> noticesDamageOfListsAndSums() {
    return Stream.of(
        test(
            "page",
            "{\"limit\":100,\"count\":1,\"next_cursor\":\"MTAw\",\"data\":[" + ORDER + "]}",
            page -> PolymarketCodec.page(page, PolymarketCodec::order)),
        test(
            "credentials",
            "{\"apiKey\":\"k\",\"secret\":\"AAEC\",\"passphrase\":\"p\"}",
            answer -> {
              ApiCredentials read = PolymarketCodec.credentials(answer);
              return read.key() + read.secret().reveal() + read.passphrase().reveal();
            }),
        // without the sum, the rates of the configurations are added up
        test(
            "rewards of a market",
            MARKET_REWARD,
            PolymarketRewards::reward,
            Unnoticed.of("total_daily_rate", "")),
        test("earnings", EARNING, PolymarketRewards::earning, NONE),
        test("notice", "{\"id\":7,\"type\":2,\"payload\":{}}", PolymarketNotices::notice, NONE),
        test("redemption", REDEEMED, PolymarketData.Names.FIRST::redeemed, NONE),
        test(
            "redemption of the second version",
            "{\"type\":\"REDEEM\",\"condition_id\":\"0xc\",\"usdc_size\":2,\"timestamp\":1795132800}",
            PolymarketData.Names.SECOND::redeemed,
            NONE),
        test(
            "holding of the second version",
            "{\"token_id\":\"%s\",\"condition_id\":\"0xc\",\"current_size\":5}".formatted(TOKEN),
            PolymarketData.Names.SECOND::held,
            NONE));
  }

  private static DynamicTest test(
      String name, String payload, Function<Fields, Object> reader, Unnoticed unnoticed) {
    Function<JsonNode, Object> read = json -> reader.apply(Fields.parse(json.toString()));
    return DynamicTest.dynamicTest(
        name, () -> assertEquals(unnoticed, Damage.unnoticed(payload, read)));
  }

  private static DynamicTest test(String name, String payload, Function<String, Object> reader) {
    Function<JsonNode, Object> read = json -> reader.apply(json.toString());
    return DynamicTest.dynamicTest(name, () -> assertEquals(NONE, Damage.unnoticed(payload, read)));
  }
}
