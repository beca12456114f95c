package com.sun.glass.ui.wideheadless;

import com.sun.glass.ui.Application;
import com.sun.glass.ui.headless.HeadlessPlatformFactory;
import com.sun.glass.ui.headless.WideHeadlessApplication;

/** Found by JavaFX through its name when tests run with {@code -Dglass.platform=WideHeadless}. */
public final class WideHeadlessPlatformFactory extends HeadlessPlatformFactory {

    @Override
    public Application createApplication() {
        return new WideHeadlessApplication();
    }
}
