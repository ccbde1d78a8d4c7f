package io.healthconnect.rest.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Renders a guide and an OpenAPI document as one plain page, without scripts. */
final class DocsPage {
  private final StringBuilder html = new StringBuilder();
  private final JsonNode api;

  private DocsPage(JsonNode api) {
    this.api = api;
  }

  /**
   * @param guide HTML, which precedes the routes
   */
  static byte[] render(byte[] openApi, byte[] guide) {
    try {
      DocsPage page = new DocsPage(new YAMLMapper().readTree(openApi));
      page.write(new String(guide, StandardCharsets.UTF_8));
      return page.html.toString().getBytes(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(String guide) {
    String title = text(api.at("/info/title"));
    html.append("<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">");
    html.append("<meta name=\"viewport\" content=\"width=device-width\">");
    html.append("<title>").append(title).append("</title>");
    html.append("<link rel=\"stylesheet\" href=\"/docs.css\"></head><body><main>");
    element("h1", title);
    element("p", text(api.at("/info/description")));
    html.append(
        "<p><a href=\"/openapi.yaml\">openapi.yaml</a>, and for the events over Socket.IO <a"
            + " href=\"/asyncapi.yaml\">asyncapi.yaml</a></p>");
    html.append(guide).append("<h2>Routes</h2>");
    for (Map.Entry<String, JsonNode> path : api.path("paths").properties()) {
      for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
        if (method.getValue().has("responses")) {
          operation(method.getKey().toUpperCase(Locale.ROOT), path.getKey(), method.getValue());
        }
      }
    }
    html.append("<h2>Schemas</h2>");
    for (Map.Entry<String, JsonNode> schema : api.at("/components/schemas").properties()) {
      schema(schema.getKey(), schema.getValue());
    }
    html.append("</main></body></html>");
  }

  private void operation(String method, String path, JsonNode operation) {
    html.append("<section><h3><code>").append(method).append(' ').append(escape(path));
    html.append("</code></h3>");
    element("p", text(operation.path("summary")));
    element("p", text(operation.path("description")));
    element("p", "For: " + text(operation.path("x-who")));
    if (operation.has("x-events")) {
      element("p", "Sockets are told: " + events(operation.path("x-events")));
    }
    JsonNode body = operation.at("/requestBody/content/application~1json/schema");
    if (!body.isMissingNode()) {
      html.append("<p>Body: ").append(type(body)).append("</p>");
    }
    if (operation.has("parameters")) {
      html.append("<ul>");
      for (JsonNode reference : operation.path("parameters")) {
        JsonNode parameter = resolve(reference);
        html.append("<li><code>").append(text(parameter.path("name"))).append("</code> (");
        html.append(text(parameter.path("in"))).append(") ");
        html.append(text(parameter.path("description"))).append("</li>");
      }
      html.append("</ul>");
    }
    html.append("<dl>");
    for (Map.Entry<String, JsonNode> response : operation.path("responses").properties()) {
      JsonNode answer = resolve(response.getValue());
      element("dt", escape(response.getKey()));
      JsonNode schema = answer.at("/content/application~1json/schema");
      String shape = schema.isMissingNode() ? "" : " " + type(schema);
      element("dd", text(answer.path("description")) + shape);
    }
    html.append("</dl></section>");
  }

  private void schema(String name, JsonNode schema) {
    html.append("<section id=\"").append(escape(name)).append("\"><h3><code>");
    html.append(escape(name)).append("</code></h3>");
    element("p", text(schema.path("description")));
    html.append("<ul>");
    for (Map.Entry<String, JsonNode> member : schema.path("properties").properties()) {
      html.append("<li><code>").append(escape(member.getKey())).append("</code>: ");
      html.append(type(member.getValue())).append(' ');
      html.append(text(member.getValue().path("description"))).append("</li>");
    }
    html.append("</ul>");
    for (JsonNode example : schema.path("examples")) {
      html.append("<p>Example: <code>").append(escape(example.toString())).append("</code></p>");
    }
    html.append("</section>");
  }

  private static String events(JsonNode names) {
    return StreamSupport.stream(names.spliterator(), false)
        .map(name -> "<code>" + text(name) + "</code>")
        .collect(Collectors.joining(", "));
  }

  private String type(JsonNode schema) {
    if (schema.has("$ref")) {
      String name = escape(lastPart(schema.path("$ref").asText()));
      return "<a href=\"#" + name + "\">" + name + "</a>";
    }
    if (schema.has("items")) {
      return "list of " + type(schema.path("items"));
    }
    if (schema.has("enum")) {
      return escape(schema.path("enum").toString());
    }
    return schema.has("type") ? escape(schema.path("type").toString()) : "one of several";
  }

  private JsonNode resolve(JsonNode node) {
    return node.has("$ref") ? api.at(node.path("$ref").asText().substring(1)) : node;
  }

  private static String lastPart(String reference) {
    return reference.substring(reference.lastIndexOf('/') + 1);
  }

  private void element(String name, String content) {
    if (!content.isEmpty()) {
      html.append('<').append(name).append('>').append(content);
      html.append("</").append(name).append('>');
    }
  }

  private static String text(JsonNode node) {
    return escape(node.asText(""));
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
