package io.fluxalchemy.security;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Texts that have got through somebody's quoting once, in every kind of quotes, and a generator of more. */
public final class HostileStrings {

    private static final List<String> OPENERS = List.of(
            "", "'", "''", "\"", "`", "\\'", "\\", "')", "'))", "$$", "$1", "*/", "\n", "%' ", "\u02bc", "\uff07");

    private static final List<String> PAYLOADS = List.of(
            "; drop table canary; --",
            "; delete from canary; #",
            " or 1=1 --",
            " or '1'='1",
            " union select secret from canary --",
            "; truncate canary",
            "; commit; drop table canary; begin; --",
            " and (select count(*) from canary) > 0 --",
            "; update canary set secret = 'owned'",
            "||(delete from canary)||'",
            "; set role postgres; --",
            "; copy canary to program 'id'; --",
            "/**/union/**/all/**/select/**/1--",
            "; select pg_sleep(30); --",
            "); drop table canary cascade; --",
            "::regclass; drop table canary",
            "\\'; drop table canary; --",
            "; alter table canary rename to gone; --",
            ";\ndrop table canary;\n",
            "; shutdown; --",
            "; runscript from 'http://x'; --",
            "' escape '\\'; drop table canary; --",
            ", (select secret from canary limit 1)",
            " asc; drop table canary",
            "}'; drop table canary; --",
            "]'; drop table canary; --",
            "\"]; drop table canary; --",
            ".\"x\".* ? (@ == 1); drop table canary",
            "/*! drop table canary */",
            "; drop schema public cascade; --");

    private static final List<String> SINGLES = List.of(
            "",
            " ",
            "%",
            "_",
            "\\",
            "\\\\",
            "%_\\",
            "[a-z]",
            "?",
            "??",
            ":name",
            "::text",
            ":=",
            "$1",
            "$0",
            "$$",
            "$a$",
            "@p0",
            "{0}",
            "{}",
            "{*}",
            "{d '2026-01-01'}",
            "NULL",
            "null",
            "default",
            "true",
            "-1",
            "--",
            "- -",
            "/*",
            "*/",
            "#",
            "E'\\''",
            "U&'\\0027'",
            "N'x'",
            "x'27'",
            "0x27",
            "x\ud83d\ude00",
            "%27",
            "&#39;",
            "\\u0027",
            "\u00bf'",
            "\ubf27",
            "\u2018\u2019\u201c\u201d",
            "\u202e; elbat pord",
            "\ufeff'",
            "\u200b'",
            "\ud83d\ude00'",
            "e\u0301'",
            "\t'\t",
            "\r\n'",
            "\u0001\u0002'",
            "\u007f'",
            "\u0085'",
            "\u2028'",
            "a".repeat(300) + "'",
            "'".repeat(60),
            "\"".repeat(60),
            "\\".repeat(61));

    private static final char[] ALPHABET =
            ("'\"`\\;-/*#$%_?:{}[]()@!=<>|&^~,. \n\r\tab1N\u00e9\u02bc\u2019\uff07\u4e2d\u200b").toCharArray();

    private HostileStrings() {}

    /** At least 500, all different. */
    public static List<String> corpus() {
        Set<String> all = new LinkedHashSet<>(SINGLES);
        for (String opener : OPENERS) {
            for (String payload : PAYLOADS) {
                all.add(opener + payload);
            }
        }
        return List.copyOf(all);
    }

    /** Every n-th, for what takes long. */
    public static List<String> some(int n) {
        List<String> corpus = corpus();
        List<String> some = new ArrayList<>();
        for (int i = 0; i < corpus.size(); i += n) {
            some.add(corpus.get(i));
        }
        return some;
    }

    /** Texts of at most {@code longest} characters, without NUL and with whole characters only. */
    public static List<String> generated(Random random, int count, int longest) {
        List<String> texts = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            int length = random.nextInt(longest + 1);
            StringBuilder text = new StringBuilder(length);
            while (text.length() < length) {
                text.append(one(random));
            }
            texts.add(text.toString());
        }
        return texts;
    }

    private static String one(Random random) {
        return switch (random.nextInt(8)) {
            case 0 -> String.valueOf((char) (1 + random.nextInt(0x7e)));
            case 1 -> {
                int point = 1 + random.nextInt(0x10fffe);
                yield Character.isValidCodePoint(point) && (point < 0xd800 || point > 0xdfff)
                        ? Character.toString(point)
                        : "'";
            }
            default -> String.valueOf(ALPHABET[random.nextInt(ALPHABET.length)]);
        };
    }

    /** Names no database of ours cuts or refuses for their length. */
    public static List<String> namesOf(Collection<String> texts) {
        return texts.stream()
                .filter(text -> !text.isBlank() && text.getBytes(java.nio.charset.StandardCharsets.UTF_8).length <= 60)
                .toList();
    }
}
