using System.Runtime.InteropServices;

namespace LLama.Native;

public abstract class SafeLLamaHandleBase : SafeHandle
{
    private protected SafeLLamaHandleBase(nint handle)
        : base(0, ownsHandle: true) => SetHandle(handle);

    public override bool IsInvalid => handle == 0;
}
