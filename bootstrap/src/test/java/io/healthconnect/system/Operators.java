package io.healthconnect.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Values that would be a query, or part of one, if the server treated them as more than values. */
final class Operators {
  private static final String NAMES =
      "$ne $gt $gte $lt $lte $in $nin $eq $regex $options $exists $type $where $expr $lookup $or"
          + " $and $nor $not $elemMatch $size $all $mod $text $search $jsonSchema $comment $function"
          + " $accumulator $merge $out $unionWith $graphLookup $set $unset $inc $push $rename"
          + " $natural $rand $sampleRate $near $geoWithin $oid $date $numberLong $binary $code $ref"
          + " $regularExpression";

  /** The forms that each operator comes in. */
  private static final int FORMS = 4;

  /** A value in both forms: as JSON, and as text for a URL or a header. */
  record Payload(int form, String operator, JsonNode json, String text) {
    /** What is put where the name of a member of the query is {@code name}. */
    String asQuery(String name) {
      return form == 3 ? name + "[" + operator + "]=1" : name + "=" + Wire.encoded(text);
    }

    /** The text without what a client would not send in a header. */
    String asHeader() {
      return text.replaceAll("[^\\x20-\\x7e]", "");
    }

    boolean isText() {
      return json.isTextual();
    }
  }

  private Operators() {}

  static List<Payload> all() {
    return Stream.of(NAMES.split(" ")).flatMap(name -> of(name).stream()).toList();
  }

  /** Every second operator, in all its forms. */
  static List<Payload> half(List<Payload> payloads, int turn) {
    return IntStream.range(0, payloads.size())
        .filter(i -> (i / FORMS + turn) % 2 == 0)
        .mapToObj(payloads::get)
        .toList();
  }

  /** The same payloads with words that mean nothing to the database. */
  static List<Payload> harmless(String... words) {
    return Stream.of(words).flatMap(word -> of(word).stream()).toList();
  }

  private static List<Payload> of(String operator) {
    JsonNodeFactory json = JsonNodeFactory.instance;
    JsonNode object = json.objectNode().put(operator, "");
    String code = "x'," + operator + ":'1";
    return List.of(
        new Payload(0, operator, object, object.toString()),
        new Payload(1, operator, TextNode.valueOf(object.toString()), operator),
        new Payload(2, operator, json.arrayNode().add(object), "x." + operator),
        new Payload(3, operator, TextNode.valueOf(code), code));
  }
}
