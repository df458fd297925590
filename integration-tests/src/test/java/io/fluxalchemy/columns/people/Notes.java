package io.fluxalchemy.columns.people;

import java.util.ArrayList;
import java.util.List;

/** A document that is changed in place. */
public class Notes {

    public List<String> lines = new ArrayList<>();
    public String author;
}
