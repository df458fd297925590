package io.fluxalchemy.compiler;

import io.fluxalchemy.dialect.HarmlessFunctions;
import io.fluxalchemy.dialect.Precedence;
import io.fluxalchemy.dialect.Spelling;
import io.fluxalchemy.error.StatementException;
import io.fluxalchemy.sql.tree.Node;
import io.fluxalchemy.sql.tree.ValueNode;
import java.util.List;
import java.util.regex.Pattern;

/** Writes what a dialect spells: operators, functions and templates with their operands. */
final class SpellingRenderer {

    private static final Pattern FUNCTION_NAME =
            Pattern.compile("[A-Za-z_][A-Za-z0-9_$]*(\\.[A-Za-z_][A-Za-z0-9_$]*)*");

    private final StatementWriter out;

    SpellingRenderer(StatementWriter out) {
        this.out = out;
    }

    void list(List<? extends Node> nodes) {
        list(nodes, false);
    }

    void list(List<? extends Node> nodes, boolean typed) {
        for (int i = 0; i < nodes.size(); i++) {
            out.sql(i == 0 ? "" : ", ");
            if (typed) {
                out.typed(nodes.get(i));
            } else {
                out.node(nodes.get(i));
            }
        }
    }

    static boolean areValues(List<? extends Node> nodes) {
        for (Node node : nodes) {
            if (!(node instanceof ValueNode)) {
                return false;
            }
        }
        return true;
    }

    void spell(Spelling spelling, List<? extends Node> operands) {
        spell(spelling, operands, false);
    }

    /** @param typed whether nothing but the operands tells what type the values among them have */
    void spell(Spelling spelling, List<? extends Node> operands, boolean typed) {
        for (int i = 0; i < spelling.operands().size(); i++) {
            out.sql(spelling.texts().get(i));
            int place = spelling.operands().get(i);
            if (place == Spelling.ALL) {
                list(operands, typed);
            } else if (typed) {
                out.typed(operands.get(place));
            } else {
                int leftmost = place == 0 || spelling.inner() == Precedence.UNKNOWN ? 0 : 1;
                out.operand(operands.get(place), spelling.inner() + leftmost);
            }
        }
        out.sql(spelling.texts().get(spelling.texts().size() - 1));
    }

    Spelling function(String name, int arguments) {
        harmless(name);
        return out.dialect().expressions().function(name, arguments);
    }

    void harmless(String name) {
        if (!FUNCTION_NAME.matcher(name).matches()) {
            throw new StatementException("'" + name + "' is no name of a function: for other text use template(…)");
        }
        if (!HarmlessFunctions.contains(name)) {
            out.buffer().mayChangeAnything();
        }
    }

    void template(String template, List<Node> operands) {
        Spelling spelling = Spelling.of(template, Precedence.UNKNOWN, Precedence.PRIMARY - 1);
        for (int place : spelling.operands()) {
            if (place >= operands.size()) {
                throw new StatementException("the template '" + template + "' asks for operand {" + place + "} and has "
                        + operands.size() + ": they are counted from 0");
            }
        }
        spell(spelling, operands);
    }
}
