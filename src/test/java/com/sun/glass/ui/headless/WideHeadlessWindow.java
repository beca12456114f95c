package com.sun.glass.ui.headless;

import com.sun.glass.ui.Pixels;
import com.sun.glass.ui.Screen;
import com.sun.glass.ui.Window;
import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import javafx.scene.paint.Color;

/** A window that clips what it draws at the screen's edges instead of failing there. */
final class WideHeadlessWindow extends HeadlessWindow {

    private final IntBuffer screenPixels;
    private final int screenWidth;
    private final int screenHeight;

    WideHeadlessWindow(
            HeadlessWindowManager manager,
            Window owner,
            Screen screen,
            ByteBuffer frameBuffer,
            int styleMask,
            int screenWidth,
            int screenHeight) {
        super(manager, owner, screen, frameBuffer, styleMask);
        this.screenPixels = frameBuffer.asIntBuffer();
        this.screenWidth = screenWidth;
        this.screenHeight = screenHeight;
    }

    @Override
    void blit(Pixels pixels) {
        IntBuffer source = (IntBuffer) pixels.getBuffer();
        int sourceWidth = pixels.getWidth();
        int left = Math.max(0, -getX());
        int right = Math.min(sourceWidth, screenWidth - getX());
        int top = Math.max(0, -getY());
        int bottom = Math.min(pixels.getHeight(), screenHeight - getY());
        if (right <= left) {
            return;
        }
        for (int row = top; row < bottom; row++) {
            int target = (getY() + row) * screenWidth + getX() + left;
            screenPixels.put(target, source, row * sourceWidth + left, right - left);
        }
    }

    // The parameters come in this order: x, width, y, height.
    @Override
    void clearRect(int x, int width, int y, int height) {
        for (int row = Math.max(0, y); row < Math.min(screenHeight, y + height); row++) {
            for (int column = Math.max(0, x); column < Math.min(screenWidth, x + width); column++) {
                screenPixels.put(row * screenWidth + column, 0);
            }
        }
    }

    @Override
    public Color getColor(int x, int y) {
        int argb = pixelAt(x, y);
        return Color.rgb(argb >> 16 & 255, argb >> 8 & 255, argb & 255, (argb >>> 24) / 255.0);
    }

    @Override
    public void getScreenCapture(int x, int y, int width, int height, int[] data, boolean scale) {
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                data[row * width + column] = pixelAt(x + column, y + row);
            }
        }
    }

    private int pixelAt(int x, int y) {
        boolean outside = x < 0 || y < 0 || x >= screenWidth || y >= screenHeight;
        return outside ? 0 : screenPixels.get(y * screenWidth + x);
    }
}
