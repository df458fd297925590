package io.fluxalchemy.docs;

import io.fluxalchemy.jackson.JacksonCodec;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

public class LenientCodec extends JacksonCodec {

    public LenientCodec() {
        super(JsonMapper.builder()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build());
    }
}
