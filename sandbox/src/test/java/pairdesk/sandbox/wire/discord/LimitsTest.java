package pairdesk.sandbox.wire.discord;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Collections;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What Discord refuses with 50035 is refused here, at the same path. In the bodies ×n repeats the
 * letter before it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LimitsTest {
  private static final String BUTTON =
      "{\"type\":2,\"style\":1,\"label\":\"a\",\"custom_id\":\"%s\"}";

  private final Desk desk = new Desk();

  @AfterAll
  void close() {
    desk.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'content':'x×2001'} | /content",
        "{'embeds':[{'title':'x×257'}]} | /embeds/0/title",
        "{'embeds':[{'description':'x×4097'}]} | /embeds/0/description",
        "{'embeds':[{'title':'a'},{'fields':[{'name':'n','value':'x×1025'}]}]} | /embeds/1/fields/0/value",
        "{'embeds':[{'fields':[{'name':'','value':'v'}]}]} | /embeds/0/fields/0/name",
        "{'embeds':[{'footer':{'text':'x×2049'}}]} | /embeds/0/footer/text",
        "{'embeds':[{'description':'x×4000'},{'description':'y×2001'}]} | /embeds",
        "{'embeds':[{'title':'a','url':'javascript:x'}]} | /embeds/0/url",
        "{'embeds':[{'color':16777216,'title':'a'}]} | /embeds/0/color",
        "{'embeds':[{}]} | /embeds/0/description",
        "{'content':7} | /content",
        "{'components':[{'type':2,'style':1,'label':'a','custom_id':'a'}]} | /components/0/type",
        "{'components':[{'type':1,'components':[]}]} | /components/0/components",
        "{'components':[{'type':1,'components':[{'type':2,'style':1,'label':'x×81','custom_id':'a'}]}]} | /components/0/components/0/label",
        "{'components':[{'type':1,'components':[{'type':2,'style':1,'label':'a','custom_id':'x×101'}]}]} | /components/0/components/0/custom_id",
        "{'components':[{'type':1,'components':[{'type':2,'style':5,'label':'a'}]}]} | /components/0/components/0/url",
        "{'components':[{'type':1,'components':[{'type':3,'custom_id':'a','options':[]}]}]} | /components/0/components/0/options",
        "{'flags':32768,'content':'a','components':[{'type':10,'content':'b'}]} | /content",
        "{'flags':32768,'components':[{'type':9,'components':[{'type':10,'content':'b'}]}]} | /components/0/accessory",
        "{'flags':32768,'components':[{'type':10,'content':'x×3000'},{'type':10,'content':'y×1001'}]} | /components",
        "{'message_reference':{'message_id':'1'},'content':'a'} | /message_reference",
      })
  void namesTheFieldThatIsTooMuch(String body, String path) {
    Desk.Answer answer = desk.bot("POST", Desk.MESSAGES, expand(body));
    assertEquals(400, answer.status());
    assertEquals(50035, answer.code());
    assertTrue(
        answer.body().at("/errors" + path + "/_errors/0/code").isTextual(),
        answer.body().toString());
  }

  @Test
  void takesEverythingAtItsLimit() {
    String body =
        expand(
            "{'content':'x×2000','poll':null,'nonce':null,'embeds':[{'title':'x×256','description':'x×4096',"
                + "'fields':[{'name':'x×256','value':'x×1024'}]}],'components':[{'type':1,'components':[%s]}]}");
    String buttons = BUTTON.formatted("x".repeat(100)) + "," + BUTTON.formatted("b");
    assertEquals(200, desk.bot("POST", Desk.MESSAGES, body.formatted(buttons)).status());
  }

  @Test
  void countsEmbedsRowsButtonsAndTheWholeTree() {
    assertRefused("{\"embeds\":[" + repeated("{\"title\":\"a\"}", 11) + "]}", "/embeds");
    assertRefused(
        "{\"components\":[" + repeated("{\"type\":1,\"components\":[]}", 6) + "]}", "/components");
    String six = repeated(BUTTON.formatted("a"), 6);
    assertRefused(
        "{\"components\":[{\"type\":1,\"components\":[" + six + "]}]}", "/components/0/components");
    String tree = repeated("{\"type\":10,\"content\":\"a\"}", 40);
    assertRefused(
        "{\"flags\":32768,\"components\":[{\"type\":17,\"components\":[" + tree + "]}]}",
        "/components");
  }

  @Test
  void customIdsDoNotRepeat() {
    assertRefused(
        "{\"components\":[{\"type\":1,\"components\":["
            + repeated(BUTTON.formatted("a"), 2)
            + "]}]}",
        "/components/0/components/1/custom_id");
  }

  @Test
  void emptyMessageIsNoMessage() {
    assertEquals(
        50006,
        desk.bot("POST", Desk.MESSAGES, "{\"content\":\" \",\"embeds\":[],\"components\":[]}")
            .code());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'name':'Status','description':'d'} | /name",
        "{'name':'x×33','description':'d'} | /name",
        "{'name':'a','description':'x×101'} | /description",
        "{'name':'a','description':'d','options':[{'type':12,'name':'o','description':'d'}]} | /options/0/type",
        "{'name':'a','description':'d','options':[{'type':3,'name':'o','description':'d'},{'type':3,'name':'p','description':'d','required':true}]} | /options",
        "{'name':'a','description':'d','options':[{'type':3,'name':'o','description':'d','autocomplete':true,'choices':[{'name':'n','value':'v'}]}]} | /options/0/autocomplete",
        "{'name':'a','description':'d','options':[{'type':5,'name':'o','description':'d','autocomplete':true}]} | /options/0/autocomplete",
      })
  void namesTheFieldOfACommand(String body, String path) {
    Desk.Answer answer = desk.bot("POST", Desk.COMMANDS, expand(body));
    assertTrue(
        answer.body().at("/errors" + path + "/_errors/0/code").isTextual(),
        answer.body().toString());
  }

  @Test
  void createsTwoHundredCommandsADay() {
    try (Desk fresh = new Desk()) {
      for (int i = 0; i < 200; i++) {
        assertEquals(200, fresh.bot("POST", Desk.COMMANDS, command(i)).status());
        fresh.register("[]");
      }
      assertEquals(30034, fresh.bot("POST", Desk.COMMANDS, command(200)).code());
      fresh.clock.advance(Duration.ofDays(1).plusMillis(1));
      assertEquals(200, fresh.bot("POST", Desk.COMMANDS, command(200)).status());
    }
  }

  @Test
  void pinsFiftyMessages() {
    for (int i = 0; i < 50; i++) {
      assertEquals(
          204, desk.bot("PUT", Desk.MESSAGES + "/pins/" + desk.post("p").id(), "").status());
    }
    assertEquals(30003, desk.bot("PUT", Desk.MESSAGES + "/pins/" + desk.post("p").id(), "").code());
  }

  @Test
  void registeringAnExistingNameKeepsItsIdAndCostsNoCreate() {
    String id = desk.bot("POST", Desk.COMMANDS, "{\"name\":\"kept\",\"description\":\"one\"}").id();
    for (int i = 0; i < 201; i++) {
      assertEquals(
          id, desk.bot("POST", Desk.COMMANDS, "{\"name\":\"kept\",\"description\":\"two\"}").id());
    }
  }

  private static String command(int number) {
    return "{\"name\":\"c%d\",\"description\":\"d\"}".formatted(number);
  }

  private void assertRefused(String body, String path) {
    Desk.Answer answer = desk.bot("POST", Desk.MESSAGES, body);
    assertTrue(
        answer.body().at("/errors" + path + "/_errors/0/code").isTextual(),
        answer.body().toString());
  }

  private static String expand(String body) {
    return Pattern.compile("(.)×([0-9]+)")
        .matcher(body.replace('\'', '"'))
        .replaceAll(match -> match.group(1).repeat(Integer.parseInt(match.group(2))));
  }

  private static String repeated(String part, int times) {
    return String.join(",", Collections.nCopies(times, part));
  }
}
