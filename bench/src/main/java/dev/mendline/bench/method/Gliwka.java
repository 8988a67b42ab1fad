package dev.mendline.bench.method;

import com.gliwka.hyperscan.wrapper.CompileErrorException;
import com.gliwka.hyperscan.wrapper.Database;
import com.gliwka.hyperscan.wrapper.Expression;
import com.gliwka.hyperscan.wrapper.ExpressionFlag;
import com.gliwka.hyperscan.wrapper.Match;
import com.gliwka.hyperscan.wrapper.Scanner;
import dev.mendline.bench.signature.Wanted;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/** Hyperscan through its Java wrapper: a String goes in, a list comes out. Never closed. */
final class Gliwka implements Method {
    private final Database database;
    private final Scanner scanner = new Scanner();

    Gliwka(List<Wanted> wanted) {
        List<Expression> expressions = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            EnumSet<ExpressionFlag> flags = EnumSet.of(ExpressionFlag.SINGLEMATCH);
            if (wanted.get(i).ignoreCase()) {
                flags.add(ExpressionFlag.CASELESS);
            }
            expressions.add(new Expression(wanted.get(i).pattern(), flags, i));
        }
        try {
            database = Database.compile(expressions);
        } catch (CompileErrorException e) {
            throw new IllegalArgumentException(e);
        }
        scanner.allocScratch(database);
    }

    @Override
    public int match(byte[] line, long[] hits) {
        int found = 0;
        for (Match match : scanner.scan(database, new String(line, StandardCharsets.UTF_8))) {
            if (Method.set(hits, match.getMatchedExpression().getId())) {
                found++;
            }
        }
        return found;
    }
}
