package io.fluxalchemy.dialect;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How one database writes an operator or a function: pieces of text with operands between them. Made once, from text in the
 * code of a dialect.
 *
 * @param texts one more than there are operands
 * @param operands which operand stands at each place; {@link #ALL} for the whole list with commas
 * @param precedence how tightly the whole binds
 * @param inner how tightly the leftmost operand must bind to go without parentheses; the others must bind tighter than that
 */
public record Spelling(List<String> texts, List<Integer> operands, int precedence, int inner) {

    /** The place where all operands stand, separated by commas. */
    public static final int ALL = -1;

    private static final Pattern PLACE = Pattern.compile("\\{(\\d+|\\*)}");

    public Spelling {
        texts = List.copyOf(texts);
        operands = List.copyOf(operands);
        if (texts.size() != operands.size() + 1) {
            throw new IllegalArgumentException(texts.size() + " texts cannot enclose " + operands.size() + " operands");
        }
    }

    /** A call or anything else that needs no parentheses around it or in it, such as {@code position({1} in {0})}. */
    public static Spelling of(String template) {
        return of(template, Precedence.PRIMARY, Precedence.UNKNOWN);
    }

    /** A template with its own precedence, and that which its leftmost operand needs. */
    public static Spelling of(String template, int precedence, int inner) {
        List<String> texts = new ArrayList<>();
        List<Integer> operands = new ArrayList<>();
        Matcher place = PLACE.matcher(template);
        int from = 0;
        while (place.find()) {
            texts.add(template.substring(from, place.start()));
            operands.add(place.group(1).equals("*") ? ALL : Integer.parseInt(place.group(1)));
            from = place.end();
        }
        texts.add(template.substring(from));
        return new Spelling(texts, operands, precedence, inner);
    }

    /** {@code name(a, b, …)}. */
    public static Spelling call(String name) {
        return new Spelling(List.of(name + "(", ")"), List.of(ALL), Precedence.PRIMARY, Precedence.UNKNOWN);
    }

    /** {@code a operator b}; equal operators may follow each other on the left, except comparisons. */
    public static Spelling infix(String operator, int precedence) {
        int inner = precedence <= Precedence.LIKE ? precedence + 1 : precedence;
        return new Spelling(List.of("", " " + operator + " ", ""), List.of(0, 1), precedence, inner);
    }

    /** One operand between two texts, neither of which is read as a template. */
    public static Spelling around(String before, String after, int precedence, int inner) {
        return new Spelling(List.of(before, after), List.of(0), precedence, inner);
    }
}
