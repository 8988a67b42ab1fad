package dev.mendline.model.config;

import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import java.io.StringReader;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Locator of keys in a YAML text. Jackson reports many mistakes only at the end of the enclosing mapping. */
final class YamlPlaces {
    private YamlPlaces() {}

    /** Returns the line of the last existing step of the path, from 1; 0 if the text has no structure. */
    static int line(String text, List<Reference> path) {
        Node node = compose(text);
        int line = 0;
        for (Reference step : path) {
            if (node == null) {
                break;
            }
            Node key = child(node, step, true);
            if (key == null) {
                break;
            }
            line = key.getStartMark().getLine() + 1;
            node = child(node, step, false);
        }
        return line;
    }

    private static @Nullable Node compose(String text) {
        try {
            return new Yaml(new LoaderOptions()).compose(new StringReader(text));
        } catch (YAMLException e) {
            return null;
        }
    }

    private static @Nullable Node child(Node node, Reference step, boolean key) {
        if (node instanceof SequenceNode list
                && step.getIndex() >= 0
                && step.getIndex() < list.getValue().size()) {
            return list.getValue().get(step.getIndex());
        }
        if (node instanceof MappingNode mapping) {
            for (NodeTuple entry : mapping.getValue()) {
                if (entry.getKeyNode() instanceof ScalarNode name
                        && name.getValue().equals(step.getFieldName())) {
                    return key ? entry.getKeyNode() : entry.getValueNode();
                }
            }
        }
        return null;
    }
}
