package io.healthconnect.signaling.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * what each person's socket may do to a call in each state, and who is told. A cell holds the
 * code of the answer; after {@code ok} it also holds everything that anybody receives. The people
 * are those of {@link CallScene}.
 */
class CallTableTest {
  private static final String TABLE =
      """
      none    call-user        | ok P1:call-made P2:call-made | ok P1:call-made P2:call-made | ok D1:call-made D2:call-made | ok D1:call-made D2:call-made | ok D1:call-made D2:call-made | forbidden
      none    answer-call      | not_found | not_found | not_found | not_found | not_found | not_found
      none    ice-candidate    | not_found | not_found | not_found | not_found | not_found | not_found
      none    call-description | not_found | not_found | not_found | not_found | not_found | not_found
      none    call-rejected    | not_found | not_found | not_found | not_found | not_found | not_found
      none    call-end         | not_found | not_found | not_found | not_found | not_found | not_found
      none    call-resume      | not_found | not_found | not_found | not_found | not_found | not_found
      ringing call-user        | already_in_call | already_in_call | ok P1:call-made | ok P2:call-made | ok D1:notice D2:notice T:call-rejected | forbidden
      ringing answer-call      | illegal_transition | illegal_transition | ok D1:call-answered P2:call-end | ok D1:call-answered P1:call-end | not_found | not_found
      ringing ice-candidate    | ok P1:ice-candidate P2:ice-candidate | not_your_device | ok | ok | not_found | not_found
      ringing call-description | illegal_transition | illegal_transition | illegal_transition | illegal_transition | not_found | not_found
      ringing call-rejected    | illegal_transition | illegal_transition | ok D1:call-rejected D2:call-rejected P2:call-rejected | ok D1:call-rejected D2:call-rejected P1:call-rejected | not_found | not_found
      ringing call-end         | ok P1:notice P1:call-end P2:notice P2:call-end | not_your_device | ok D1:call-rejected D2:call-rejected P2:call-rejected | ok D1:call-rejected D2:call-rejected P1:call-rejected | not_found | not_found
      ringing call-resume      | ok | ok D1:call-end | ok | ok | not_found | not_found
      active  call-user        | already_in_call | already_in_call | already_in_call | already_in_call | ok D1:notice D2:notice T:call-rejected | forbidden
      active  answer-call      | illegal_transition | illegal_transition | illegal_transition | answered_elsewhere | not_found | not_found
      active  ice-candidate    | ok P1:ice-candidate | not_your_device | ok D1:ice-candidate | not_your_device | not_found | not_found
      active  call-description | ok P1:call-description | not_your_device | ok D1:call-description | not_your_device | not_found | not_found
      active  call-rejected    | illegal_transition | illegal_transition | illegal_transition | answered_elsewhere | not_found | not_found
      active  call-end         | ok P1:call-end P2:call-end | not_your_device | ok D1:call-end D2:call-end | not_your_device | not_found | not_found
      active  call-resume      | ok | ok D1:call-end | ok | ok P1:call-end | not_found | not_found
      ended   call-user        | ok P1:call-made P2:call-made | ok P1:call-made P2:call-made | ok D1:call-made D2:call-made | ok D1:call-made D2:call-made | ok D1:call-made D2:call-made | forbidden
      ended   answer-call      | not_found | not_found | not_found | not_found | not_found | not_found
      ended   ice-candidate    | not_found | not_found | not_found | not_found | not_found | not_found
      ended   call-description | not_found | not_found | not_found | not_found | not_found | not_found
      ended   call-rejected    | not_found | not_found | not_found | not_found | not_found | not_found
      ended   call-end         | not_found | not_found | not_found | not_found | not_found | not_found
      ended   call-resume      | not_found | not_found | not_found | not_found | not_found | not_found
      """;

  /** One cell of the table. */
  private record Cell(String state, String event, String actor, String expected) {
    /** The person that the actor names: the other side of the call, or the doctor. */
    String other() {
      return actor.startsWith("D") ? "P1" : "D1";
    }

    @Override
    public String toString() {
      return state + " " + event + " by " + actor;
    }
  }

  @TestFactory
  Stream<DynamicTest> withTheIdOfTheCall() {
    return each(cells(), (cell, scene) -> expect(cell, scene, withId(cell, scene)));
  }

  @TestFactory
  Stream<DynamicTest> withoutAnId() {
    return each(
        cells(), (cell, scene) -> expect(cell, scene, scene.payload(cell.event(), cell.other())));
  }

  /** Whatever a payload claims, the sender is the session's person. */
  @TestFactory
  Stream<DynamicTest> withTheNameOfSomebodyElse() {
    return each(
        cells().stream().filter(cell -> !cell.actor().equals("S")).toList(),
        (cell, scene) -> {
          String victim = scene.account("S");
          ObjectNode payload = withId(cell, scene).put("from", victim).put("sender", victim);
          payload.put("accountId", victim).putObject("caller").put("id", victim);
          expect(cell, scene, payload);
          assertTrue(scene.log().stream().noneMatch(packet -> packet.contains(victim)));
        });
  }

  /** With the id of a call between two other people, or of none, nothing is found. */
  @TestFactory
  Stream<DynamicTest> withTheIdOfAnothersCall() {
    return each(
        cells().stream().filter(cell -> !cell.event().equals("call-user")).toList(),
        (cell, scene) -> {
          String foreign = scene.callOfOthers(cell.state());
          ObjectNode payload = scene.payload(cell.event(), cell.other()).put("callId", foreign);
          assertEquals("not_found", code(scene.ask(cell.actor(), cell.event(), payload)));
          payload.put("to", scene.account("X"));
          assertEquals("not_found", code(scene.ask(cell.actor(), cell.event(), payload)));
          assertEquals("", scene.heard());
        });
  }

  /** The right call, but somebody else as the other side. */
  @TestFactory
  Stream<DynamicTest> withAnotherPersonAsTheOtherSide() {
    return each(
        cells().stream().filter(CallTableTest::namesTheOtherSide).toList(),
        (cell, scene) -> {
          for (String to : List.of("T", "S", cell.actor())) {
            ObjectNode payload = scene.payload(cell.event(), to).put("callId", scene.callId);
            assertEquals("not_found", code(scene.ask(cell.actor(), cell.event(), payload)), to);
          }
          assertEquals("", scene.heard());
        });
  }

  /** Typing is independent of calls: people with contact may always send it. */
  @Test
  void everyOtherEventHasItsRows() {
    CallScene scene = new CallScene("none");
    Set<String> listed = cells().stream().map(Cell::event).collect(Collectors.toSet());
    listed.add("typing");
    Set<String> others = new TreeSet<>(scene.events());
    others.removeIf(CallScene::isOfWaitingRoom);
    assertEquals(others, new TreeSet<>(listed));
    for (String actor : CallScene.ACTORS) {
      String other = actor.startsWith("D") ? "P1" : "D1";
      String expected =
          actor.equals("S") ? "forbidden" : actor.startsWith("D") ? "ok P1:typing P2:typing" : "";
      expected = expected.isEmpty() ? "ok D1:typing D2:typing" : expected;
      // A second device of the typing person receives nothing.
      String answer = code(scene.ask(actor, "typing", scene.payload("typing", other)));
      String heard = scene.heard();
      assertEquals(actor.endsWith("2") ? "ok" : expected, (answer + " " + heard).strip(), actor);
    }
  }

  private static boolean namesTheOtherSide(Cell cell) {
    return !cell.event().equals("call-user") && !cell.event().equals("call-resume");
  }

  private static Stream<DynamicTest> each(List<Cell> cells, BiConsumer<Cell, CallScene> check) {
    return cells.stream()
        .map(
            cell ->
                DynamicTest.dynamicTest(
                    cell.toString(), () -> check.accept(cell, new CallScene(cell.state()))));
  }

  private static void expect(Cell cell, CallScene scene, ObjectNode payload) {
    String code = code(scene.ask(cell.actor(), cell.event(), payload));
    assertEquals(cell.expected(), (code + " " + scene.heard()).strip(), cell.toString());
  }

  private static ObjectNode withId(Cell cell, CallScene scene) {
    return scene.payload(cell.event(), cell.other()).put("callId", scene.callId);
  }

  private static String code(JsonNode answer) {
    return answer.get("ok").booleanValue() ? "ok" : answer.get("error").get("code").textValue();
  }

  private static List<Cell> cells() {
    List<Cell> cells = new ArrayList<>();
    for (String line : TABLE.lines().toList()) {
      String[] columns = line.split("\\|");
      String[] row = columns[0].strip().split(" +");
      for (int i = 0; i < CallScene.ACTORS.size(); i++) {
        cells.add(new Cell(row[0], row[1], CallScene.ACTORS.get(i), columns[i + 1].strip()));
      }
    }
    assertEquals(4 * 7 * 6, cells.size());
    return cells;
  }
}
