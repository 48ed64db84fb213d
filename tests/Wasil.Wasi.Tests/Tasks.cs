namespace Wasil.Wasi.Tests;

/// <summary>Waiting for what runs beside a test on another thread: guests' calls block, and so do the tests that look on.</summary>
internal static class Tasks
{
    private static readonly TimeSpan s_bound = TimeSpan.FromSeconds(30);

    /// <summary>Waits for the end, which has to come.</summary>
    public static void End(Task task) => Assert.True(task.Wait(s_bound), "It does not end.");

    /// <summary>Waits for the result, which has to come.</summary>
    public static T End<T>(Task<T> task)
    {
        End((Task)task);
        return task.Result;
    }

    /// <summary>Whether it ends within a moment.</summary>
    public static bool EndsSoon(Task task) => task.Wait(50);

    /// <summary>Which one ends first.</summary>
    public static int First(params Task[] tasks) => Task.WaitAny(tasks, s_bound);
}
