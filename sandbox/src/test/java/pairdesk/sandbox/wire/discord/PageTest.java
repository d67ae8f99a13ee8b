package pairdesk.sandbox.wire.discord;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PageTest {
  private final Desk desk = new Desk();

  @AfterAll
  void close() {
    desk.close();
  }

  @Test
  void pageAllowsNothingForeign() {
    Desk.Answer page = get("");
    assertEquals(200, page.status());
    assertTrue(page.response().body().contains("id=\"command\""));
    assertTrue(
        page.header("Content-Security-Policy").startsWith("default-src 'none'; script-src 'self'"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"js/app.js", "css/message.css", "pairdesk.svg"})
  void servesItsParts(String path) {
    assertEquals(200, get(path).status());
  }

  @Test
  void unknownRoutesAnswerAsDiscordDoes() {
    Desk.Answer answer = get("api/v10/nowhere");
    assertEquals(404, answer.status());
    assertEquals("404: Not Found", answer.body().path("message").asText());
  }

  @Test
  void unknownIdsAreToldApart() {
    assertEquals(10003, desk.bot("POST", "channels/5/messages", "{}").code());
    assertEquals(10008, desk.bot("GET", Desk.MESSAGES + "/5", "").code());
    assertEquals(50035, desk.bot("GET", Desk.MESSAGES + "/five", "").code());
    assertEquals(50109, desk.bot("POST", Desk.MESSAGES, "{").code());
  }

  private Desk.Answer get(String path) {
    return desk.call("GET", desk.front.pageUrl() + path, "", "");
  }
}
