package pairdesk.bot.discord;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.StringSelectInteractionEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import pairdesk.bot.console.Answer;
import pairdesk.bot.console.Card;
import pairdesk.bot.console.Console;
import pairdesk.bot.console.Tone;
import pairdesk.bot.text.Language;
import pairdesk.bot.text.Texts;

/** Discord waits three seconds for a word; what a button does may take longer. */
class ConsoleListenerTest {
  private final List<String> order = new ArrayList<>();
  private final ButtonInteractionEvent event =
      mock(ButtonInteractionEvent.class, RETURNS_DEEP_STUBS);
  private final Console console = mock(Console.class);

  private void press(Answer.Audience acknowledged, Answer answer) {
    when(event.getComponentId()).thenReturn("v1:approve:1:h");
    when(event.getMember()).thenReturn(null);
    when(event.getUser().getId()).thenReturn("7");
    when(event.getUser().getName()).thenReturn("ada");
    when(event.getId()).thenReturn("e1");
    when(console.audience(any(), anyString())).thenReturn(acknowledged);
    told("deferEdit").when(event).deferEdit();
    told("deferReply").when(event).deferReply(anyBoolean());
    doAnswer(
            _ -> {
              order.add("work");
              return answer;
            })
        .when(console)
        .button(any(), anyString(), anyString());
    new ConsoleListener(console, new AnswerTimes(InstantSource.system(), (_, _, _) -> {}))
        .onButtonInteraction(event);
  }

  private org.mockito.stubbing.Stubber told(String what) {
    return doAnswer(call -> {
      order.add(what);
      return mock(call.getMethod().getReturnType(), RETURNS_DEEP_STUBS);
    });
  }

  @ParameterizedTest
  @EnumSource(Answer.Audience.class)
  void acknowledgesBeforeItWorks(Answer.Audience audience) {
    var reply = new Answer.Reply(Card.of(Tone.INFO, "Title", "text"), List.of(), audience);
    press(audience, reply);
    String first = audience == Answer.Audience.IN_PLACE ? "deferEdit" : "deferReply";
    assertEquals(List.of(first, "work"), order);
  }

  @Test
  void aChoiceOfAMenuIsTheButtonThatItStandsFor() {
    StringSelectInteractionEvent chosen =
        mock(StringSelectInteractionEvent.class, RETURNS_DEEP_STUBS);
    when(chosen.getComponentId()).thenReturn("v1:menu:list_pairs");
    when(chosen.getValues()).thenReturn(List.of("v1:pair:42"));
    when(chosen.getMember()).thenReturn(null);
    when(console.audience(any(), eq("v1:pair:42"))).thenReturn(Answer.Audience.CALLER);
    when(console.button(any(), eq("v1:pair:42"), eq("")))
        .thenReturn(Answer.toCaller(Card.of(Tone.INFO, "Pair 42", "")));
    new ConsoleListener(console, new AnswerTimes(InstantSource.system(), (_, _, _) -> {}))
        .onStringSelectInteraction(chosen);
    org.mockito.Mockito.verify(console).button(any(), eq("v1:pair:42"), eq(""));
  }

  @Test
  void aRefusalIsToldBesideTheCardThatStays() {
    press(Answer.Audience.IN_PLACE, Answer.refusal(Texts.in(Language.ENGLISH), "You may not."));
    org.mockito.Mockito.verify(event.getHook())
        .sendMessage(any(net.dv8tion.jda.api.utils.messages.MessageCreateData.class));
    assertEquals(List.of("deferEdit", "work"), order);
  }
}
