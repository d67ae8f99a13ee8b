package pairdesk.bot.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ChannelPermissionsTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** View, write, read before, react, embed, attach, pin. */
  private static final long ALL =
      1L << 10 | 1L << 11 | 1L << 16 | 1L << 6 | 1L << 14 | 1L << 15 | 1L << 51;

  private static final JsonNode ROLES =
      json(
          """
          [{"id":"1","permissions":"1024"},{"id":"7","permissions":"%d"},{"id":"8","permissions":"8"}]
          """
              .formatted(ALL));

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static Set<String> missing(String role, String overwrites) {
    JsonNode member = json("{\"roles\":[\"" + role + "\"]}");
    return new ChannelPermissions("1", "42", ROLES, member)
        .missing(json("{\"permission_overwrites\":[" + overwrites + "]}"));
  }

  private static String overwrite(String id, long deny, long allow) {
    return "{\"id\":\"%s\",\"deny\":\"%d\",\"allow\":\"%d\"}".formatted(id, deny, allow);
  }

  @Test
  void aRoleThatMayEverythingLacksNothing() {
    assertEquals(Set.of(), missing("7", ""));
  }

  @Test
  @Tag("fault:Q12")
  void namesWhatTheBotLacksInItsChannel() {
    assertEquals(
        Set.of("Add Reactions", "Send Messages"),
        missing("7", overwrite("1", 1 << 6 | 1 << 11, 0)));
  }

  @Test
  void whatTheChannelGivesTheMemberWinsOverWhatItTakesFromEveryone() {
    assertEquals(
        Set.of(), missing("7", overwrite("42", 0, 1 << 11) + "," + overwrite("1", 1 << 11, 0)));
  }

  @Test
  void anAdministratorMayEverything() {
    assertEquals(Set.of(), missing("8", overwrite("1", ALL, 0)));
  }

  /** The manual's invitation gives what is wanted, and nothing more. */
  @Test
  void theInvitationOfTheManualIsEnough() throws IOException {
    Matcher number =
        Pattern.compile("&permissions=(\\d+)")
            .matcher(Files.readString(Path.of("../docs/operating.md")));
    assertTrue(number.find());
    assertEquals(ALL, Long.parseLong(number.group(1)));
    assertEquals(Set.of(), missing("7", ""));
  }
}
