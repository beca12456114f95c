package com.sun.glass.ui.headless;

import com.sun.glass.ui.GlassRobot;
import com.sun.glass.ui.Screen;
import com.sun.glass.ui.Window;
import java.nio.ByteBuffer;

/**
 * JavaFX's headless platform with a screen of any size, {@code headless.width} by {@code
 * headless.height} pixels. The stock screen is fixed at 1000 by 1000, too small for the workbench,
 * and a window that reaches outside it ends the run. Leans on internals of the JavaFX version in
 * the pom.
 */
public final class WideHeadlessApplication extends HeadlessApplication {

    private static final int DPI = 96;
    private static final int BYTES_PER_PIXEL = 4;
    private static final int BITS_PER_PIXEL = 32;

    private final int width = Integer.getInteger("headless.width", 1920);
    private final int height = Integer.getInteger("headless.height", 1200);
    private final HeadlessWindowManager windowManager = new HeadlessWindowManager();
    private Screen[] screens;
    private HeadlessRobot robot;

    @Override
    protected Screen[] staticScreen_getScreens() {
        if (screens == null) {
            frameBuffer = ByteBuffer.allocate(width * height * BYTES_PER_PIXEL);
            screens = new Screen[] {onlyScreen()};
        }
        return screens;
    }

    private Screen onlyScreen() {
        return new Screen(
                0L,
                BITS_PER_PIXEL,
                0,
                0,
                width,
                height,
                0,
                0,
                width,
                height,
                0,
                0,
                width,
                height,
                DPI,
                DPI,
                1f,
                1f,
                1f,
                1f);
    }

    @Override
    public GlassRobot createRobot() {
        robot = (HeadlessRobot) super.createRobot();
        return robot;
    }

    @Override
    public Window createWindow(Window owner, Screen screen, int styleMask) {
        var window =
                new WideHeadlessWindow(
                        windowManager, owner, screen, frameBuffer, styleMask, width, height);
        if (robot != null) {
            robot.windowAdded(window);
            window.setRobot(robot);
        }
        return window;
    }
}
