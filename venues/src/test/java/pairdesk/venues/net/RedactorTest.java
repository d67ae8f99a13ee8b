package pairdesk.venues.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class RedactorTest {

  @Test
  @Tag("fault:S6")
  void hidesKeysSignaturesAndTokens() {
    String key = "ab12".repeat(16);
    String pem = "-----BEGIN PRIVATE KEY-----\nMIIcanary\n-----END PRIVATE KEY-----";
    String jwt = "eyJhbGciOiJIUzI1NiJ9.canary.canary";
    String headers = "KALSHI-ACCESS-SIGNATURE: canary== , \"passphrase\":\"canary\"";
    String shown = Redactor.redact(String.join(" | ", "0x" + key, pem, jwt, headers));
    assertFalse(shown.contains("canary"), shown);
    assertFalse(shown.contains(key), shown);
  }

  @Test
  void leavesWhatPeopleNeed() {
    String text = "HTTP 400 {\"error\":{\"code\":\"invalid_price\"}}";
    assertEquals(text, Redactor.redact(text));
  }

  @Test
  void cutsLongTexts() {
    assertTrue(Redactor.redact("x".repeat(10_000)).length() < 600);
  }

  @Test
  @Tag("fault:S6")
  void secretsDoNotPrint() {
    var secret = Secret.of("canary");
    assertEquals("***", secret.toString());
    assertEquals("***", String.valueOf(secret));
    assertEquals(Secret.of("canary"), secret);
    assertFalse(Secret.of("other").equals(secret));
  }
}
